import { type BenchOptions, comparedFigure, type Findings, loneFigure } from './figure.ts';
import { inNode } from './proofs/in-node.ts';
import { inWorker } from './proofs/in-worker.ts';
import { type Measure, runInTurns, UNIT } from './proofs/turns.ts';

const IN_NODE = 'verify-verifier-core';

/**
 * Verifies the same credentials in workerd, as the verifier does and as a peer does, in turns; by
 * `verifier-core`, in the Node that it needs; and as JWTs.
 */
export function measureVerifying({ rounds }: BenchOptions): Promise<Findings> {
  return inWorker((worker) => inNode((node) => inBoth(worker, node, rounds)));
}

async function inBoth(worker: Measure, node: Measure, rounds: number): Promise<Findings> {
  const names = ['verify-ours', 'verify-vc', 'prove-ours', IN_NODE];
  const jwts = ['verify-jwt-eddsa', 'verify-jwt-rs256'];
  const runs = await runInTurns(
    (what, times) => (what === IN_NODE ? node : worker)(what, times),
    [...names, ...jwts],
    rounds,
  );
  const vc = { name: '@digitalbazaar/vc', runs: runs('verify-vc') };
  const core = { name: '@digitalcredentials/verifier-core', runs: runs(IN_NODE) };
  const [proof, whole] = ['verifying the proof of a credential', 'verifying, from text to report'];
  return {
    title: 'Verifying',
    method: [
      'What was signed there, as above. The proof alone is what the peer does; the report also holds the text to members that stand once and to our closed shape, and asks for keys, status and log, which are answered from memory for both.',
      'verifier-core compiles JSON schemas into code, which no Worker may, and so runs in Node; it has its schema, keys and status list from memory, and verifies the list each time.',
    ],
    figures: [
      comparedFigure(proof, UNIT, runs('prove-ours'), vc),
      comparedFigure(whole, UNIT, runs('verify-ours'), vc),
      comparedFigure(whole, UNIT, runs('verify-ours'), core),
      loneFigure('verifying it as a JWT, EdDSA', UNIT, runs('verify-jwt-eddsa')),
      loneFigure('verifying it as a JWT, RS256', UNIT, runs('verify-jwt-rs256')),
    ],
  };
}

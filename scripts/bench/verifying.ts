import { inNode } from './proofs/in-node.ts';
import { inWorker } from './proofs/in-worker.ts';
import { type InTurns, type Measure, runInTurns, UNIT } from './proofs/turns.ts';

const IN_NODE = 'verify-verifier-core';

/**
 * Verifies the same credentials in workerd, as the verifier does from the text to the report and as the peer
 * does, in turns; the proof alone; and by `verifier-core`, in the Node that it needs. JWTs stand beside them.
 */
export function measureVerifying(rounds: number): Promise<readonly InTurns[]> {
  return inWorker((worker) => inNode((node) => inBoth(worker, node, rounds)));
}

async function inBoth(worker: Measure, node: Measure, rounds: number): Promise<readonly InTurns[]> {
  const names = ['verify-ours', 'verify-vc', 'prove-ours', IN_NODE];
  const jwts = ['verify-jwt-eddsa', 'verify-jwt-rs256'];
  const runs = await runInTurns(
    (what, times) => (what === IN_NODE ? node : worker)(what, times),
    [...names, ...jwts],
    rounds,
  );
  const beside = (what: string, ours: string, peer: InTurns['peer']): InTurns => ({
    what,
    unit: UNIT,
    ours: runs(ours),
    peer,
  });
  const vc = { name: '@digitalbazaar/vc', runs: runs('verify-vc') };
  const core = { name: '@digitalcredentials/verifier-core', runs: runs(IN_NODE) };
  return [
    beside('verifying the proof of a credential', 'prove-ours', vc),
    beside('verifying a credential, from the text to the report', 'verify-ours', vc),
    beside('verifying a credential, from the text to the report', 'verify-ours', core),
    beside('verifying it as a JWT, EdDSA', 'verify-jwt-eddsa', null),
    beside('verifying it as a JWT, RS256', 'verify-jwt-rs256', null),
  ];
}

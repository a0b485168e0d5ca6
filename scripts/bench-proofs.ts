import type { InTurns } from './bench/proofs/turns.ts';
import { measureSigning } from './bench/signing.ts';
import { measureVerifying } from './bench/verifying.ts';

const ROUNDS = Number(process.argv[2] ?? '5');

/** What signing and verifying cost here, beside other libraries: a line each, and all of it as JSON at the end. */
const found = [...(await measureSigning(ROUNDS)), ...(await measureVerifying(ROUNDS))];
for (const one of found) console.log(lineOf(one));
console.log(JSON.stringify(found));

function lineOf({ what, unit, ours, peer }: InTurns): string {
  const own = `${what}: ${median(ours).toFixed(3)} ${unit}`;
  if (peer === null) return own;
  const ratio = median(peer.runs.map((theirs, run) => theirs / (ours[run] ?? Number.NaN)));
  return `${own}; ${peer.name}: ${median(peer.runs).toFixed(3)}; ${ratio.toFixed(1)} times`;
}

function median(runs: readonly number[]): number {
  return runs.toSorted((one, other) => one - other)[Math.floor(runs.length / 2)] ?? Number.NaN;
}

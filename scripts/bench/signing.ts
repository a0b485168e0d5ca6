import { type BenchOptions, comparedFigure, type Findings, loneFigure } from './figure.ts';
import { inWorker } from './proofs/in-worker.ts';
import { runInTurns, UNIT } from './proofs/turns.ts';

/** Signs the same credentials in workerd, as the signer does and as a peer does, in turns; and as JWTs. */
export function measureSigning({ rounds }: BenchOptions): Promise<Findings> {
  return inWorker(async (measure) => {
    const names = ['sign-ours', 'sign-vc', 'sign-jwt-eddsa', 'sign-jwt-rs256'];
    const runs = await runInTurns(measure, names, rounds);
    const vc = { name: '@digitalbazaar/vc', runs: runs('sign-vc') };
    return {
      title: 'Signing',
      method: [
        'The same 256 credentials of a training, made by the catalogue, by both in one workerd, minified, with the platform’s Ed25519: by the fast path, which one in a thousand leaves, and by `vc.issue`. Both give the same bytes, which is compared first. By the time of the processor on Linux, which other work on the machine leaves alone.',
      ],
      figures: [
        comparedFigure('signing a credential, eddsa-rdfc-2022', UNIT, runs('sign-ours'), vc),
        loneFigure('signing it as a JWT, EdDSA', UNIT, runs('sign-jwt-eddsa')),
        loneFigure('signing it as a JWT, RS256', UNIT, runs('sign-jwt-rs256')),
      ],
    };
  });
}

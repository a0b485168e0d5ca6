import { inWorker } from './proofs/in-worker.ts';
import { type InTurns, runInTurns, UNIT } from './proofs/turns.ts';

const PEER = '@digitalbazaar/vc';

/**
 * Signs the same credentials in workerd, as the signer does and as the peer does, in turns; and as JWTs, which
 * no peer is measured beside.
 */
export function measureSigning(rounds: number): Promise<readonly InTurns[]> {
  return inWorker(async (measure) => {
    const names = ['sign-ours', 'sign-vc', 'sign-jwt-eddsa', 'sign-jwt-rs256'];
    const runs = await runInTurns(measure, names, rounds);
    const alone = (what: string, name: string): InTurns => ({
      what,
      unit: UNIT,
      ours: runs(name),
      peer: null,
    });
    return [
      {
        what: 'signing a credential, eddsa-rdfc-2022',
        unit: UNIT,
        ours: runs('sign-ours'),
        peer: { name: PEER, runs: runs('sign-vc') },
      },
      alone('signing it as a JWT, EdDSA', 'sign-jwt-eddsa'),
      alone('signing it as a JWT, RS256', 'sign-jwt-rs256'),
    ];
  });
}

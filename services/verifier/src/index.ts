import { WorkerEntrypoint } from 'cloudflare:workers';
import type { VerifierRpc } from '@laurel/contracts/verifier-rpc';
import { describeDefect } from '@laurel/core/defect';
import type { Paper } from '@laurel/core/paper';
import { createApp } from './app.ts';
import { certificatesOf } from './certificates.ts';
import type { VerifierEnv } from './env.ts';

/** Seconds since the epoch. The only clock. */
function now({ CLOCK_SHIFT_SECONDS }: VerifierEnv): number {
  return Math.floor(Date.now() / 1000) + Number(CLOCK_SHIFT_SECONDS ?? 0);
}

const app = createApp(now);

/** The public side: what strangers ask by HTTP, and the desk by a binding, which has no address. */
export default class Verifier extends WorkerEntrypoint<VerifierEnv> implements VerifierRpc {
  override fetch(request: Request) {
    return app.fetch(request, this.env, this.ctx);
  }

  async certificates(credentialIds: readonly string[], paper?: Paper) {
    try {
      return await certificatesOf(this.env, credentialIds, paper, now(this.env));
    } catch (defect) {
      console.error(describeDefect(defect));
      throw new Error('a defect of the verifier');
    }
  }
}

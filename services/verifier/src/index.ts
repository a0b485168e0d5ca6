import { WorkerEntrypoint } from 'cloudflare:workers';
import type { DeskHealth, VerifierRpc } from '@laurel/contracts/verifier-rpc';
import type { Paper } from '@laurel/core/paper';
import { logDefect } from '@laurel/observing/log-defect';
import { forCaller } from '@laurel/store/unavailable';
import { createApp } from './app.ts';
import { certificatesOf } from './certificates.ts';
import { bundlesOfRecords } from './copies/bundles-of-records.ts';
import { filesOfCopies } from './copies/files-of-copies.ts';
import { offlineKit } from './copies/offline-kit.ts';
import type { VerifierEnv } from './env.ts';
import { lookAtOwn } from './health/parts.ts';

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

  /** The answer to a request for `/health`, with what the desk says; it is for the front door alone. */
  async gatheredHealth(request: Request, desk: DeskHealth | null): Promise<Response> {
    return app.fetch(request, { ...this.env, DESK_HEALTH: desk }, this.ctx);
  }

  async health() {
    return guarded(async () => {
      await lookAtOwn(this.env);
      return { ok: true } as const;
    });
  }

  async certificates(credentialIds: readonly string[], paper?: Paper) {
    return guarded(() => certificatesOf(this.env, credentialIds, paper, now(this.env)));
  }

  async filesOfCopies(documents: readonly string[]) {
    return guarded(() => filesOfCopies(this.env, documents, now(this.env)));
  }

  async bundlesOfRecords(documents: readonly string[]) {
    return guarded(() => bundlesOfRecords(this.env, documents, now(this.env)));
  }

  async offlineKit(issuers: readonly string[]) {
    return guarded(() => offlineKit(this.env, issuers));
  }
}

/** A defect crosses without its message, which may hold a name. */
async function guarded<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (defect) {
    logDefect(defect);
    throw forCaller(defect, 'a defect of the verifier');
  }
}

import type { SignerRpc } from '@laurel/contracts/signer-rpc';
import * as z from 'zod';
import type { Stewardship } from '../services/desk/src/stewardship.ts';
import type { Runtime } from './runtime.ts';

/** The methods of the desk's stewardship, called from here by RPC. */
export type StewardshipRpc = Pick<
  Stewardship,
  'establishIssuer' | 'putAchievements' | 'grant' | 'signInDemonstration' | 'makeToken'
>;

/** Calls a method of the signer several times at once, from within the runtime: calls from here come one by one. */
const AT_ONCE = `export default {
  async fetch(request, env) {
    const { method, parameters, times } = await request.json();
    const calls = Array.from({ length: times }, () => env.SIGNER[method](...parameters));
    const settled = await Promise.allSettled(calls);
    return Response.json(settled.map(({ value, reason }) => value ?? { thrown: String(reason ?? '') }));
  },
};`;

/** A Worker of the local runtime alone, that binds what has no route. */
export const STEWARD_WORKER = {
  name: 'local-steward',
  modulesRoot: '/',
  modules: [{ type: 'ESModule' as const, path: '/steward.js', contents: AT_ONCE }],
  compatibilityDate: '2026-10-01',
  serviceBindings: {
    STEWARDSHIP: { name: 'laurel-desk', entrypoint: 'Stewardship' },
    SIGNER: 'laurel-signer',
  },
};

/** Stewardship of a running Laurel. */
export async function stewardshipOf({ miniflare }: Pick<Runtime, 'miniflare'>) {
  const { STEWARDSHIP } = await miniflare.getBindings<{ STEWARDSHIP: StewardshipRpc }>(
    STEWARD_WORKER.name,
  );
  return STEWARDSHIP;
}

/** The signer of a running Laurel, as the desk reaches it. */
export async function signerOf({ miniflare }: Pick<Runtime, 'miniflare'>) {
  const { SIGNER } = await miniflare.getBindings<{ SIGNER: SignerRpc }>(STEWARD_WORKER.name);
  return SIGNER;
}

export type CallsAtOnce = {
  readonly method: keyof SignerRpc;
  readonly parameters: readonly unknown[];
  readonly times: number;
};

/** What several calls of the same method of the signer at once answer, as plain data. */
export async function callAtOnce(
  { miniflare }: Pick<Runtime, 'miniflare'>,
  calls: CallsAtOnce,
): Promise<readonly unknown[]> {
  const worker = await miniflare.getWorker(STEWARD_WORKER.name);
  const answer = await worker.fetch('http://steward/', {
    method: 'POST',
    body: JSON.stringify(calls),
  });
  return z.array(z.unknown()).parse(await answer.json());
}

import type { SignerRpc } from '@laurel/contracts/signer-rpc';
import type { Stewardship } from '../services/desk/src/stewardship.ts';
import type { Runtime } from './runtime.ts';

/** The methods of the desk's stewardship, called from here by RPC. */
export type StewardshipRpc = Pick<
  Stewardship,
  'establishIssuer' | 'putAchievements' | 'grant' | 'makeToken'
>;

/** A Worker of the local runtime alone, that binds what has no route. */
export const STEWARD_WORKER = {
  name: 'local-steward',
  modulesRoot: '/',
  modules: [{ type: 'ESModule' as const, path: '/steward.js', contents: 'export default {}' }],
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

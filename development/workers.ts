/**
 * Every Worker of a deployment, by name, with its configuration. The first is the front door. They are deployed
 * from the end of the list, as far as who calls whom leaves a choice: who reads PUBLIC before the one who writes it.
 */
export const WORKERS = [
  { name: 'laurel', config: 'wrangler.toml' },
  { name: 'laurel-desk', config: 'services/desk/wrangler.toml' },
  { name: 'laurel-signer', config: 'services/signer/wrangler.toml' },
  { name: 'laurel-verifier', config: 'services/verifier/wrangler.toml' },
  { name: 'laurel-renderer', config: 'services/renderer/wrangler.toml' },
] as const;

export type WorkerName = (typeof WORKERS)[number]['name'];

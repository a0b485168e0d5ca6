import { existsSync, readFileSync } from 'node:fs';
import {
  FIRST,
  type PublicBinding,
  publicBinding,
  publicBindings,
} from '@laurel/store/directory/public-bindings';

/**
 * The configuration, as `npm run deploy` writes it, of the Worker that binds all databases: it has their ids. Whoever has
 * two deployments keeps the file of each, and says which one is meant.
 */
export const DEPLOYED_SIGNER =
  process.env.LAUREL_DEPLOYED_SIGNER ?? 'services/signer/wrangler.deploy.jsonc';

/**
 * What a configuration binds the databases as that PUBLIC is spread over, in the order of their numbers. Throws
 * where it is not there, or leaves one out.
 */
export function publicStoresIn(configuration: string): readonly PublicBinding[] {
  if (!existsSync(configuration)) {
    throw new Error(`${configuration} is not here: npm run deploy -- --dry-run writes it`);
  }
  // In TOML as in JSON.
  const bound = readFileSync(configuration, 'utf8').matchAll(
    /binding"?\s*[=:]\s*"PUBLIC(?:_(\d+))?"/g,
  );
  const numbers = new Set([...bound].map(([, digits]) => Number(digits ?? FIRST)));
  const stores = publicBindings(numbers.size);
  const missing = stores.findIndex((_, at) => !numbers.has(at + FIRST));
  if (missing >= 0) throw new Error(`${configuration} binds no ${publicBinding(missing + FIRST)}`);
  return stores;
}

import type { Databases } from '../audit/ask.ts';
import { DIRECTORY_LEADS_SOMEWHERE } from '../audit/spread/directory.ts';

/**
 * An issuer that the directory has in a database which is not among these, with its number; null where there is none. A copy of these would
 * lack all that it signed.
 */
export async function lacksIssuer(databases: Databases): Promise<string | null> {
  for await (const issuer of DIRECTORY_LEADS_SOMEWHERE.breaches(databases)) return issuer;
  return null;
}

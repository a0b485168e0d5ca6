import { serviceDid } from '@laurel/core/addresses';
import { RECORD_OWNER } from '@laurel/core/key-owners';
import { SERVICE_FACE } from '@laurel/core/service-face';
import type { PublicDatabase } from './database.ts';
import type { IssuerOnRecord } from './issuer.ts';
import { keyOf, keysOf } from './keys.ts';

/** The service as the issuer of learner records, with the keys that sign these and nothing else. */
export async function findService(
  db: PublicDatabase,
  origin: string,
): Promise<IssuerOnRecord | null> {
  const keys = await keysOf(db, RECORD_OWNER);
  if (keys.length === 0) return null;
  const did = serviceDid(origin);
  return { face: SERVICE_FACE, did, keys: keys.map((key) => keyOf(key, did)) };
}

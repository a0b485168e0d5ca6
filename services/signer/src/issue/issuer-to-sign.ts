import { RECORD_OWNER } from '@laurel/core/key-owners';
import { issuers } from '@laurel/store/public/schema';
import { eq } from 'drizzle-orm';
import { atHome } from '../databases.ts';
import type { Signing } from '../env.ts';
import { keysOf } from '../keys/load.ts';
import { serviceToSign } from '../records/service-keys.ts';
import type { IssuerToSign } from './sign.ts';

/** Reads each issuer and its keys once for a whole set of intents. */
export function issuersOnce(signing: Signing): (slug: string) => Promise<IssuerToSign> {
  const read = new Map<string, Promise<IssuerToSign>>();
  return (slug) => {
    const before = read.get(slug);
    if (before !== undefined) return before;
    const now = issuerToSign(signing, slug);
    read.set(slug, now);
    return now;
  };
}

async function issuerToSign(signing: Signing, slug: string): Promise<IssuerToSign> {
  if (slug === RECORD_OWNER) return serviceToSign(signing);
  const home = await atHome(signing, slug);
  const [face] = await home.publicStore.select().from(issuers).where(eq(issuers.slug, slug));
  if (face === undefined) throw new Error('an intent of an issuer that does not exist');
  return { face, keys: await keysOf(home, slug) };
}

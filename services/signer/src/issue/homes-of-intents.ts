import { RECORD_OWNER } from '@laurel/core/key-owners';
import { statusLists } from '@laurel/store/public/schema';
import { eq } from 'drizzle-orm';
import { amongDatabases, atHome } from '../databases.ts';
import type { Signing } from '../env.ts';
import type { Intent } from './record.ts';

type AtHome = { readonly of: Signing; readonly intents: readonly Intent[] };

/** Intents by the databases that their credentials are to be in. */
export async function homesOfIntents(
  signing: Signing,
  intents: readonly Intent[],
): Promise<readonly AtHome[]> {
  if (signing.stores.length === 1) return [{ of: signing, intents }];
  const homes = new Map<number, { of: Signing; intents: Intent[] }>();
  for (const intent of intents) {
    const of =
      intent.issuer === RECORD_OWNER
        ? await whereListIs(signing, intent.statusList)
        : await atHome(signing, intent.issuer);
    const home = homes.get(of.database) ?? { of, intents: [] };
    home.intents.push(intent);
    homes.set(of.database, home);
  }
  return [...homes.values()];
}

/** An endorsement stands beside what it is about; its entry was drawn there before it was recorded. */
async function whereListIs(signing: Signing, list: string): Promise<Signing> {
  for (const { of } of amongDatabases(signing, [list])) {
    if ((await of.publicStore.$count(statusLists, eq(statusLists.id, list))) > 0) return of;
  }
  throw new Error('an intent with a status list that is nowhere');
}

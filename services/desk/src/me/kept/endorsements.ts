import { endorsements, mutedAskers } from '@laurel/store/private/desk';
import { asc, eq } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { readableRows } from './readable.ts';

/**
 * What somebody asked others to say, what was written for them, and what they wrote themselves; whom they asked, and
 * who asked them, is those people's. Who declined is told nobody.
 */
export async function keptEndorsements({ store }: Desk, accountId: string) {
  const columns = {
    id: endorsements.id,
    credentialId: endorsements.credentialId,
    state: endorsements.state,
    behaviour: endorsements.behaviour,
    story: endorsements.story,
    language: endorsements.language,
    disclosure: endorsements.disclosure,
    askedAtSeconds: endorsements.askedAtSeconds,
    lapsesAtSeconds: endorsements.lapsesAtSeconds,
    acceptedAtSeconds: endorsements.acceptedAtSeconds,
  };
  const [asked, written, muted] = await store.batch([
    store
      .select(columns)
      .from(endorsements)
      .where(eq(endorsements.holderAccountId, accountId))
      .orderBy(asc(endorsements.askedAtSeconds)),
    store
      .select(columns)
      .from(endorsements)
      .where(eq(endorsements.endorserAccountId, accountId))
      .orderBy(asc(endorsements.askedAtSeconds)),
    store
      .select({ sinceSeconds: mutedAskers.sinceSeconds })
      .from(mutedAskers)
      .where(eq(mutedAskers.accountId, accountId)),
  ]);
  const isToRead = ({ state }: (typeof asked)[number]) =>
    state === 'written' || state === 'accepted';
  return {
    asked: readableRows(
      asked.map((row) => ({
        ...row,
        state: row.state === 'declined' ? ('asked' as const) : row.state,
        // A draft is its writer’s.
        ...(isToRead(row) ? {} : { behaviour: '', story: '' }),
      })),
    ),
    written: readableRows(written.map(({ credentialId: _, ...row }) => row)),
    muted: readableRows(muted),
  };
}

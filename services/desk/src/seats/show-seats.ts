import { seatFeeds } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { workNow } from '../awarding/work-now.ts';
import type { Desk } from '../env.ts';

/** Has everybody told which roles of an issuer end soon, or nobody but its members. May be repeated. */
export async function showSeats(
  desk: Desk,
  { issuer, accountId }: Actor,
  isPublic: boolean,
): Promise<void> {
  const { store, nowSeconds } = desk;
  const entry = auditing(
    desk,
    {
      issuer,
      actor: accountId,
      act: isPublic ? 'seats_shown' : 'seats_hidden',
      subject: issuer,
    },
    { ifChanged: true },
  );
  const publishing = workNow(desk, { task: 'publish_seats', issuer });
  const changing = isPublic
    ? store.insert(seatFeeds).values({ issuer, sinceSeconds: nowSeconds }).onConflictDoNothing()
    : store.delete(seatFeeds).where(eq(seatFeeds.issuer, issuer));
  await store.batch([entry.before, changing, entry.after, publishing.ifChanged]);
  await publishing.work();
}

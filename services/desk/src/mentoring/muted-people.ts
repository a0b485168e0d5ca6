import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { accounts, mentorships, mutedPeople } from '@laurel/store/private/desk';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { ownMentorship } from './own-mentorship.ts';

/** Whose asks somebody does not want to see. The name is null where Wikimedia hides it. */
export async function mutedBy({ store }: Desk, accountId: string) {
  return store
    .select({ id: mutedPeople.id, username: accounts.username })
    .from(mutedPeople)
    .leftJoin(accounts, eq(accounts.id, mutedPeople.muted))
    .where(eq(mutedPeople.accountId, accountId))
    .orderBy(asc(mutedPeople.sinceSeconds), asc(mutedPeople.id));
}

export type MutedPerson = Awaited<ReturnType<typeof mutedBy>>[number];

/** Shows no more asks of the other one of a mentorship, and declines this one where it waits. They are not told. */
export async function mutePerson(
  desk: Desk,
  accountId: string,
  id: string,
): Promise<Result<null, Failure>> {
  const { store, nowSeconds } = desk;
  const own = await ownMentorship(desk, accountId, id);
  if (!own.ok) return own;
  const other = sql`iif(mentor = ${accountId}, mentee, mentor)`;
  await store.batch([
    store.insert(mutedPeople).select(
      sql`select ${freshId()}, ${accountId}, ${other}, ${nowSeconds} from mentorships
        where id = ${id} and ${other} <> '' and not exists (select 1 from muted_people
          where account_id = ${accountId} and muted = ${other})`,
    ),
    // All that they asked and that waits: none of it is to be seen.
    store
      .update(mentorships)
      .set({ state: 'declined', answeredAtSeconds: nowSeconds })
      .where(
        sql`state = 'asked' and exists (select 1 from muted_people where account_id = ${accountId}
          and ((asked_by = 'mentor' and mentor = muted and mentee = ${accountId})
            or (asked_by = 'mentee' and mentee = muted and mentor = ${accountId})))`,
      ),
  ]);
  return ok(null);
}

/** Has their asks shown again: those that they send from now on. */
export async function unmutePerson({ store }: Desk, accountId: string, id: string): Promise<void> {
  await store
    .delete(mutedPeople)
    .where(and(eq(mutedPeople.id, id), eq(mutedPeople.accountId, accountId)));
}

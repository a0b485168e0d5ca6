import type { Failure } from '@laurel/core/failure';
import {
  MAX_WAITING_NOMINATIONS,
  NOMINATION_DAYS,
  type NominationEvidence,
} from '@laurel/core/nomination';
import { ok, type Result, refuse } from '@laurel/core/result';
import { nominations } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import { keepNames } from '../account-names/keep-names.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import type { FoundAccount } from '../members/find-account.ts';

const SECONDS_PER_DAY = 86_400;

export type NewNomination = {
  readonly issuer: string;
  readonly achievementSlug: string;
  readonly nominee: FoundAccount;
  /** Plain text, as `proseOf` leaves it. */
  readonly story: string;
  readonly evidence: NominationEvidence;
  /** The language that the nominator reads. */
  readonly language: string;
};

/**
 * Writes a nomination down, for the reviewers of its issuer alone; answers its id. Nobody nominates
 * themselves, nor the same person twice for the same while the first nomination waits. The conditions
 * stand in the statement, so that of two at once one is taken.
 */
export async function nominate(
  desk: Desk,
  nominator: string,
  { issuer, achievementSlug, nominee, story, evidence, language }: NewNomination,
): Promise<Result<string, Failure>> {
  if (nominee.id === nominator) return refuse({ reason: 'self_nomination' });
  const { store, nowSeconds } = desk;
  const id = freshId();
  const lapsesAtSeconds = nowSeconds + NOMINATION_DAYS * SECONDS_PER_DAY;
  const same = sql`issuer = ${issuer} and nominee = ${nominee.id} and nominator = ${nominator}
    and achievement_slug = ${achievementSlug} and state = 'waiting'`;
  const [taken] = await store.batch([
    store
      .insert(nominations)
      .select(
        sql`select ${id}, ${issuer}, ${nominee.id}, ${nominator}, ${achievementSlug}, ${story},
          ${JSON.stringify(evidence)}, ${language}, 'waiting', ${nowSeconds}, ${lapsesAtSeconds},
          null, null, null, null
        where not exists (select 1 from nominations where ${same})
          and (select count(*) from nominations where nominator = ${nominator} and state = 'waiting')
            < ${MAX_WAITING_NOMINATIONS}`,
      )
      .returning({ id: nominations.id }),
    // Reviewers read a name; the row goes with the nomination or is not written.
    ...keepNames(
      desk,
      [{ accountId: nominee.id, username: nominee.username }],
      sql`exists (select 1 from nominations where id = ${id})`,
    ),
  ]);
  if (taken.length > 0) return ok(id);
  const [before] = await store
    .select({ id: nominations.id })
    .from(nominations)
    .where(and(eq(nominations.nominator, nominator), same));
  return before === undefined
    ? refuse({ reason: 'nominations_too_many', most: MAX_WAITING_NOMINATIONS })
    : refuse({ reason: 'nomination_repeated' });
}

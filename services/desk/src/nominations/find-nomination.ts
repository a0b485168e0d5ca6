import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { accounts, nominations } from '@laurel/store/private/desk';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { asIssuerKnows, selectingRecognised } from '../reviewing/recognised.ts';
import { reviewable } from './queue.ts';

const nominators = alias(accounts, 'nominators');

/**
 * A waiting nomination of the issuer with all that wait for the same person and achievement, oldest
 * first, and what the issuer recognised that person for already. One about the reviewer is unknown to
 * them; one that was answered is refused as settled.
 */
export async function findNomination(desk: Desk, actor: Actor, id: string) {
  const { store } = desk;
  const { issuer, accountId } = actor;
  const [asked] = await store
    .select({ nominee: nominations.nominee, achievementSlug: nominations.achievementSlug })
    .from(nominations)
    .where(
      and(
        eq(nominations.id, id),
        eq(nominations.issuer, issuer),
        ne(nominations.nominee, accountId),
      ),
    );
  if (asked === undefined) return refuse<Failure>({ reason: 'nomination_unknown' });
  const { nominee, achievementSlug } = asked;
  const [stories, before] = await store.batch([
    store
      .select({
        id: nominations.id,
        story: nominations.story,
        evidence: nominations.evidence,
        language: nominations.language,
        createdAtSeconds: nominations.createdAtSeconds,
        nominator: nominations.nominator,
        // Named, as a batch’s answers have one value for each name of a column.
        nominatorName: sql<string | null>`nominators.username`.as('nominator_name'),
        username: accounts.username,
      })
      .from(nominations)
      .leftJoin(accounts, eq(accounts.id, nominations.nominee))
      .leftJoin(nominators, eq(nominators.id, nominations.nominator))
      .where(
        and(
          reviewable(desk, actor),
          eq(nominations.nominee, nominee),
          eq(nominations.achievementSlug, achievementSlug),
        ),
      )
      .orderBy(asc(nominations.createdAtSeconds), asc(nominations.id)),
    selectingRecognised(desk, issuer, nominee, achievementSlug),
  ]);
  if (!stories.some((story) => story.id === id)) {
    return refuse<Failure>({ reason: 'nomination_settled' });
  }
  return ok({
    id,
    nominee: { accountId: nominee, username: stories[0]?.username ?? null },
    achievementSlug,
    stories: stories.map(({ nominator, ...story }) => ({
      ...story,
      isOwn: nominator === accountId,
    })),
    /** Whoever nominated does not decide, nor where another nominated the same. */
    isOwn: stories.some(({ nominator }) => nominator === accountId),
    recognised: asIssuerKnows(before),
  });
}

export type Nomination = Extract<
  Awaited<ReturnType<typeof findNomination>>,
  { readonly ok: true }
>['value'];

/** The same for somebody who is about to decide: refused where they nominated themselves. */
export async function nominationToDecide(
  desk: Desk,
  actor: Actor,
  id: string,
): Promise<Result<Nomination, Failure>> {
  const found = await findNomination(desk, actor, id);
  if (!found.ok) return found;
  return found.value.isOwn ? refuse({ reason: 'nomination_needs_another' }) : found;
}

import type { Achievement } from '@laurel/core/achievement';
import type { Failure } from '@laurel/core/failure';
import { MENTORING_KINDS } from '@laurel/core/mentoring';
import { ok, type Result, refuse } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { achievements, deskIssuers, mentorAchievements } from '@laurel/store/private/desk';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';

const isRecognisable = and(
  eq(achievements.current, true),
  inArray(sql`facts ->> 'kind'`, inSet(MENTORING_KINDS)),
);

/** The condition on `achievements` that their issuer awards them for mentoring. */
const isOffered = and(
  isRecognisable,
  sql`exists (select 1 from mentor_achievements where mentor_achievements.issuer = ${achievements.issuer}
    and mentor_achievements.achievement_slug = ${achievements.slug})`,
);

/** What an issuer awards for mentoring, as it is worded now. */
export function offeredAchievements(desk: Desk, issuer: string): Promise<readonly Achievement[]> {
  return achievementsWhere(desk, issuer, isOffered);
}

/** What it could award for that: its current contributions and roles. */
export function recognisableAchievements(
  desk: Desk,
  issuer: string,
): Promise<readonly Achievement[]> {
  return achievementsWhere(desk, issuer, isRecognisable);
}

async function achievementsWhere(
  { store }: Desk,
  issuer: string,
  condition: SQL | undefined,
): Promise<readonly Achievement[]> {
  const rows = await store
    .select({ facts: achievements.facts })
    .from(achievements)
    .where(and(eq(achievements.issuer, issuer), condition))
    .orderBy(asc(achievements.slug));
  return rows.map(({ facts }) => facts);
}

/** The issuers that award something for mentoring, by their slugs. */
export async function offeringIssuers({ store }: Desk) {
  return store
    .select({
      slug: deskIssuers.slug,
      names: deskIssuers.names,
      descriptions: deskIssuers.descriptions,
    })
    .from(deskIssuers)
    .where(
      and(
        eq(deskIssuers.kind, 'community'),
        inArray(
          deskIssuers.slug,
          store.select({ issuer: achievements.issuer }).from(achievements).where(isOffered),
        ),
      ),
    )
    .orderBy(asc(deskIssuers.slug));
}

export type OfferingIssuer = Awaited<ReturnType<typeof offeringIssuers>>[number];

/**
 * Says which achievements an issuer awards for mentoring, in the place of those before; none is that it offers
 * no mentoring. Refused for what is not there or is a training.
 */
export async function offerMentoring(
  desk: Desk,
  actor: Actor,
  slugs: readonly string[],
): Promise<Result<null, Failure>> {
  const { store } = desk;
  const known = new Set(
    (await recognisableAchievements(desk, actor.issuer)).map(({ slug }) => slug),
  );
  const at = slugs.findIndex((slug) => !known.has(slug));
  if (at >= 0) return refuse({ reason: 'achievement_unknown', pointer: `/achievements/${at}` });
  const wanted = [...new Set(slugs)];
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: 'mentoring_offered',
    subject: actor.issuer,
    details: { achievements: wanted.length },
  });
  await store.batch([
    entry.before,
    store.delete(mentorAchievements).where(eq(mentorAchievements.issuer, actor.issuer)),
    store
      .insert(mentorAchievements)
      .select(
        sql`select ${actor.issuer}, value from json_each(${JSON.stringify(wanted)}) where true`,
      ),
    entry.after,
  ]);
  return ok(null);
}

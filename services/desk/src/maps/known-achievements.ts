import type { Achievement } from '@laurel/core/achievement';
import {
  type AchievementMap,
  type AchievementReference,
  namedBy,
  referenceTo,
  stepsOf,
} from '@laurel/core/achievement-map';
import type { LanguageMap } from '@laurel/core/language';
import type { AwardedNow } from '@laurel/core/map-lack';
import { achievements, deskIssuers } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** An achievement as maps name it: as it is awarded now, else as it was awarded last. */
export type KnownAchievement = {
  readonly id: string;
  readonly issuer: string;
  readonly issuerNames: LanguageMap;
  readonly current: boolean;
  readonly facts: Achievement;
};

export type KnownAchievements = ReadonlyMap<AchievementReference, KnownAchievement>;

/** Those that there are, of issuers that award, by how a map of `issuer` names them. */
export async function knownAchievements(
  { store }: Desk,
  issuer: string,
  references: readonly AchievementReference[],
): Promise<KnownAchievements> {
  const named = references.map((one) => namedBy(one, issuer));
  const rows = await store
    .select({
      id: achievements.id,
      issuer: achievements.issuer,
      issuerNames: deskIssuers.names,
      slug: achievements.slug,
      current: achievements.current,
      facts: achievements.facts,
    })
    .from(achievements)
    .innerJoin(
      deskIssuers,
      and(eq(deskIssuers.slug, achievements.issuer), eq(deskIssuers.kind, 'community')),
    )
    .where(
      sql`achievements.id in (select (select other.id from achievements as other
          where other.issuer = value ->> 'issuer' and other.slug = value ->> 'slug'
          order by other.current desc, other.version desc limit 1)
        from json_each(${JSON.stringify(named)}))`,
    );
  return new Map(
    rows.map(({ slug, ...known }) => [referenceTo({ ...known, slug }, issuer), known]),
  );
}

/** All that a map names: its steps, and its milestone. */
export function namedOn(map: AchievementMap): readonly AchievementReference[] {
  const milestone = map.milestone === null ? [] : [map.milestone.achievement];
  return [...new Set([...stepsOf(map).map(({ achievement }) => achievement), ...milestone])];
}

/** The kinds of those that are awarded now. */
export function awardedNow(known: KnownAchievements): AwardedNow {
  return new Map(
    [...known].flatMap(([reference, { current, facts }]) =>
      current ? [[reference, facts.kind] as const] : [],
    ),
  );
}

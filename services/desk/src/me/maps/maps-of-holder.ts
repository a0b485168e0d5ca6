import type { AchievementMap, AchievementReference } from '@laurel/core/achievement-map';
import { referenceTo } from '@laurel/core/achievement-map';
import { awards, deskIssuers, maps } from '@laurel/store/private/desk';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { ofMap } from '../../maps/find-map.ts';

/** A map that others read, with whose it is. */
export type ReadMap = {
  readonly slug: string;
  readonly map: AchievementMap;
  readonly retired: boolean;
  readonly issuer: typeof deskIssuers.$inferSelect;
};

/** The maps of issuers that recognised an account and that it has not muted. */
export async function mapsOfHolder(
  { store }: Desk,
  accountId: string,
): Promise<readonly ReadMap[]> {
  const rows = await store
    .select({ slug: maps.slug, map: maps.published, issuer: deskIssuers })
    .from(maps)
    .innerJoin(deskIssuers, eq(deskIssuers.slug, maps.issuer))
    .where(
      and(
        eq(maps.state, 'published'),
        sql`exists (select 1 from awards where awards.account_id = ${accountId}
          and awards.issuer = ${maps.issuer} and awards.state = 'accepted')`,
        sql`not exists (select 1 from muted_issuers where muted_issuers.account_id = ${accountId}
          and muted_issuers.issuer = ${maps.issuer})`,
      ),
    )
    .orderBy(asc(maps.issuer), asc(maps.slug));
  return rows.flatMap(({ map, ...row }) => (map === null ? [] : [{ ...row, map, retired: false }]));
}

/** A map by its address, of whichever issuer; null where there is none that others read. */
export async function findReadMap(
  { store }: Desk,
  issuer: string,
  slug: string,
): Promise<ReadMap | null> {
  const [row] = await store
    .select({ slug: maps.slug, map: maps.published, state: maps.state, issuer: deskIssuers })
    .from(maps)
    .innerJoin(deskIssuers, eq(deskIssuers.slug, maps.issuer))
    .where(ofMap(issuer, slug));
  if (row === undefined || row.map === null) return null;
  const { map, state, ...rest } = row;
  return { ...rest, map, retired: state === 'retired' };
}

/** The achievements that an account holds, accepted and standing, as a map of this issuer names them. */
export async function heldReferences(
  { store }: Desk,
  accountId: string,
  issuer: string,
): Promise<ReadonlySet<AchievementReference>> {
  const rows = await store
    .selectDistinct({ issuer: awards.issuer, slug: awards.achievementSlug })
    .from(awards)
    .where(
      and(
        eq(awards.accountId, accountId),
        eq(awards.state, 'accepted'),
        isNull(awards.suspendedAtSeconds),
        isNull(awards.supersededBy),
      ),
    );
  return new Set(rows.map((held) => referenceTo(held, issuer)));
}

import type { Achievement } from '@laurel/core/achievement';
import { NOMINATED_KINDS } from '@laurel/core/nomination';
import { inSet } from '@laurel/store/in-set';
import { achievements, deskIssuers } from '@laurel/store/private/desk';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

/** An issuer that somebody can be nominated at. */
export type NominatedIssuer = Pick<
  typeof deskIssuers.$inferSelect,
  'slug' | 'names' | 'descriptions'
>;

const isNominated = and(
  eq(achievements.current, true),
  inArray(sql`facts ->> 'kind'`, inSet(NOMINATED_KINDS)),
);

/** An issuer of kind `community`, by its slug; null where there is none. */
export async function issuerToAsk({ store }: Desk, slug: string): Promise<NominatedIssuer | null> {
  const [issuer] = await store
    .select(FACE)
    .from(deskIssuers)
    .where(and(eq(deskIssuers.slug, slug), eq(deskIssuers.kind, 'community')));
  return issuer ?? null;
}

const FACE = {
  slug: deskIssuers.slug,
  names: deskIssuers.names,
  descriptions: deskIssuers.descriptions,
};

/** What somebody can be nominated for at an issuer. */
export async function nominatedAchievements(
  { store }: Desk,
  issuer: string,
): Promise<readonly Achievement[]> {
  const rows = await store
    .select({ facts: achievements.facts })
    .from(achievements)
    .where(and(eq(achievements.issuer, issuer), isNominated))
    .orderBy(asc(achievements.slug));
  return rows.map(({ facts }) => facts);
}

/**
 * One page of the issuers at which somebody can be nominated and whose name, in any language, or slug
 * holds `sought`, and how many there are. They are compared here: the database knows the cases of ASCII
 * alone, and all of the movement's affiliates are a few hundred rows.
 */
export async function issuersToAsk(
  { store }: Desk,
  sought: string,
  page: number,
): Promise<{ readonly total: number; readonly issuers: readonly NominatedIssuer[] }> {
  const asking = store
    .selectDistinct({ issuer: achievements.issuer })
    .from(achievements)
    .where(isNominated);
  const all = await store
    .select(FACE)
    .from(deskIssuers)
    .where(and(eq(deskIssuers.kind, 'community'), inArray(deskIssuers.slug, asking)))
    .orderBy(asc(deskIssuers.slug));
  const part = comparable(sought);
  const matching = all.filter(({ slug, names }) =>
    [slug, ...Object.values(names)].some((name) => comparable(name).includes(part)),
  );
  const first = (page - 1) * PAGE_SIZE;
  return { total: matching.length, issuers: matching.slice(first, first + PAGE_SIZE) };
}

/** Without case and accents. */
function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}

import type { Achievement } from '@laurel/core/achievement';
import { achievements, audit } from '@laurel/store/private/desk';
import { and, count, desc, eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import { type ChangedPart, changedParts } from './changed-parts.ts';

export type ListedVersion = {
  readonly id: string;
  readonly version: string;
  readonly current: boolean;
  readonly facts: Achievement;
  /** Null for one that came with the service. */
  readonly publishedAtSeconds: number | null;
  /** What differs from the version before it; null for the first. */
  readonly changed: readonly ChangedPart[] | null;
};

/** One page of an achievement's versions, newest first, and how many there are. */
export async function listVersions(
  { store }: Desk,
  issuer: string,
  slug: string,
  page: number,
): Promise<{ readonly versions: readonly ListedVersion[]; readonly total: number }> {
  const ofSlug = and(eq(achievements.issuer, issuer), eq(achievements.slug, slug));
  const [[all], rows] = await store.batch([
    store.select({ total: count() }).from(achievements).where(ofSlug),
    store
      .select({ version: achievements, publishedAtSeconds: audit.atSeconds })
      .from(achievements)
      .leftJoin(audit, publicationOf(issuer))
      .where(ofSlug)
      .orderBy(desc(achievements.version))
      // One more than is shown, to compare the last one with.
      .limit(PAGE_SIZE + 1)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return {
    total: all?.total ?? 0,
    versions: rows.slice(0, PAGE_SIZE).map(({ version: row, publishedAtSeconds }, at) => {
      const before = rows[at + 1]?.version.facts;
      const { id, version, current, facts } = row;
      return {
        id,
        version,
        current,
        facts,
        publishedAtSeconds,
        changed: before === undefined ? null : changedParts(before, facts),
      };
    }),
  };
}

/** One version of an achievement; null where there is none. */
export async function findVersion(
  { store }: Desk,
  issuer: string,
  slug: string,
  version: string,
): Promise<Omit<ListedVersion, 'changed'> | null> {
  const [row] = await store
    .select({ version: achievements, publishedAtSeconds: audit.atSeconds })
    .from(achievements)
    .leftJoin(audit, publicationOf(issuer))
    .where(
      and(
        eq(achievements.issuer, issuer),
        eq(achievements.slug, slug),
        eq(achievements.version, version),
      ),
    );
  if (row === undefined) return null;
  const { id, current, facts } = row.version;
  return { id, version, current, facts, publishedAtSeconds: row.publishedAtSeconds };
}

/** The entry of the audit trail that tells when a version was published. */
function publicationOf(issuer: string) {
  return and(
    eq(audit.issuer, issuer),
    eq(audit.act, 'achievement_published'),
    eq(audit.subject, achievements.id),
  );
}

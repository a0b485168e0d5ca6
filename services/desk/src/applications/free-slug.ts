import { MAX_SLUG_LENGTH, slugFrom } from '@laurel/core/issuer-slug';
import type { LanguageMap } from '@laurel/core/language';
import { inSet } from '@laurel/store/in-set';
import { applications, deskIssuers } from '@laurel/store/private/desk';
import { and, eq, inArray } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** Numbers that are put after a slug that is taken, before none is proposed. */
const SUFFIXES = ['', '-2', '-3', '-4', '-5'];

/** Whether no issuer has this slug, and nobody whose application waits asks for it. */
export async function isSlugFree(desk: Desk, slug: string): Promise<boolean> {
  return (await takenOf(desk, [slug])).size === 0;
}

/** A free slug made of an issuer's names; empty where they give none. */
export async function proposeSlug(desk: Desk, names: LanguageMap): Promise<string> {
  const base = Object.values(names)
    .map(slugFrom)
    .find((slug) => slug !== '');
  if (base === undefined) return '';
  const slugs = SUFFIXES.map((suffix) => `${cut(base, suffix.length)}${suffix}`);
  const taken = await takenOf(desk, slugs);
  return slugs.find((slug) => !taken.has(slug)) ?? '';
}

function cut(slug: string, room: number): string {
  return slug.slice(0, MAX_SLUG_LENGTH - room).replace(/-+$/, '');
}

async function takenOf({ store }: Desk, slugs: readonly string[]): Promise<ReadonlySet<string>> {
  const [issuers, waiting] = await store.batch([
    store
      .select({ slug: deskIssuers.slug })
      .from(deskIssuers)
      .where(inArray(deskIssuers.slug, inSet(slugs))),
    store
      .select({ slug: applications.slug })
      .from(applications)
      .where(and(inArray(applications.slug, inSet(slugs)), eq(applications.state, 'waiting'))),
  ]);
  return new Set([...issuers, ...waiting].map(({ slug }) => slug));
}

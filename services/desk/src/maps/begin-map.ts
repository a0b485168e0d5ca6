import type { BeginMapRequest } from '@laurel/contracts/map-requests';
import { type AchievementMap, MAX_MAPS } from '@laurel/core/achievement-map';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { INTERFACE_LANGUAGES } from '@laurel/i18n/messages';
import { maps } from '@laurel/store/private/desk';
import { count, eq, sql } from 'drizzle-orm';
import { firstRevision } from '../achievements/save-draft.ts';
import type { Actor } from '../acting/actor.ts';
import { currentAchievements } from '../awarding/find-achievement.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { mapSlugFrom } from './map-slug.ts';
import { starterLanes, starterLanguages } from './starter-map.ts';

/** Slugs that are tried before one is drawn: the plain one, then with a number. */
const TRIED_SLUGS = 9;

/** Begins a map; its slug. Nobody but members sees it before it is published. */
export async function beginMap(
  desk: Desk,
  actor: Actor,
  { title, language, starter }: BeginMapRequest,
): Promise<Result<string, Failure>> {
  const empty: AchievementMap = {
    sourceLanguage: language,
    drafts: [],
    title: { [language]: title },
    description: {},
    lanes: [],
    milestone: null,
  };
  const spoken = starter ? await Promise.all(INTERFACE_LANGUAGES.map(desk.messagesIn)) : [];
  const map = starter
    ? {
        ...empty,
        drafts: starterLanguages(language, spoken),
        lanes: starterLanes(await currentAchievements(desk, actor.issuer), spoken),
      }
    : empty;
  const wanted = mapSlugFrom(title);
  const numbered = Array.from({ length: TRIED_SLUGS }, (_, at) =>
    at === 0 ? wanted : `${wanted}-${at + 1}`,
  );
  for (const slug of [...numbered, `${wanted}-${freshId().toLowerCase()}`]) {
    if (await insertMap(desk, actor, slug, map)) return ok(slug);
    if (await isFull(desk, actor.issuer)) return refuse({ reason: 'maps_full', most: MAX_MAPS });
  }
  throw new Error('no slug is free');
}

/** False where the slug is taken, or the issuer has as many maps as it can have. */
async function insertMap(
  { store, nowSeconds }: Desk,
  { issuer, accountId }: Actor,
  slug: string,
  map: AchievementMap,
): Promise<boolean> {
  const inserted = await store
    .insert(maps)
    .select(sql`
      select ${issuer}, ${slug}, ${JSON.stringify(map)}, null, 'draft', ${firstRevision(nowSeconds)}, 0,
        ${accountId}, ${nowSeconds}
      where (select count(*) from maps where issuer = ${issuer}) < ${MAX_MAPS}`)
    .onConflictDoNothing()
    .returning({ slug: maps.slug });
  return inserted.length > 0;
}

async function isFull({ store }: Desk, issuer: string): Promise<boolean> {
  const [all] = await store.select({ size: count() }).from(maps).where(eq(maps.issuer, issuer));
  return (all?.size ?? 0) >= MAX_MAPS;
}

import { CATALOGUE } from '@laurel/catalogue/catalogue';
import { type AchievementMap, MAX_STEPS, type MapStep } from '@laurel/core/achievement-map';
import { expect } from 'vitest';
import * as z from 'zod';
import type { BrowserSession } from './browser-session.ts';
import { callAs } from './desk-calls.ts';
import type { Laurel } from './laurel.ts';

const Begun = z.object({ map: z.string() });
const Drawn = z.object({ revision: z.number(), state: z.string() });

/** Has the demonstration issuer award sixty achievements more; their slugs. */
export async function manyAchievements(
  laurel: Laurel,
): Promise<{ readonly slugs: readonly string[] }> {
  const templates = CATALOGUE.achievements.filter(({ kind }) => kind === 'contribution');
  const made = Array.from({ length: MAX_STEPS }, (_, at) => {
    const template = templates[at % templates.length] ?? templates[0];
    if (template === undefined) throw new Error('the catalogue has no contributions');
    const name = {
      en: `${template.name.en} ${at + 1}`,
      ar: `${template.name.ar ?? 'عمل'} ${at + 1}`,
    };
    return { ...template, slug: `way-${at + 1}`, name };
  });
  await laurel.stewardship.putAchievements(laurel.issuer, made);
  return { slugs: made.map(({ slug }) => slug) };
}

/** A step without a hint that leads nowhere else. */
export function aStep(achievement: string, change: Partial<MapStep> = {}): MapStep {
  return { achievement, hint: {}, next: [], ...change };
}

/** A map of two lanes: taking part leads to training others, and there are the archives. */
export function aMapContent(change: Partial<AchievementMap> = {}): AchievementMap {
  return {
    sourceLanguage: 'en',
    drafts: [],
    title: { en: 'Ways to help in Jos', ar: 'طرق للمساعدة في جوس' },
    description: { en: 'What you could learn and do with us.' },
    lanes: [
      {
        title: { en: 'Teaching', ar: 'التعليم' },
        steps: [
          aStep('training-workshop-participation', {
            hint: { en: 'Come and watch first.' },
            next: ['newcomer-support'],
          }),
          aStep('workshop-trainer'),
        ],
      },
      {
        title: { en: 'Welcoming', ar: 'الترحيب' },
        steps: [aStep('newcomer-support'), aStep('resource-translator')],
      },
    ],
    milestone: null,
    ...change,
  };
}

/** Draws a map as a member who may, without publishing it; its slug. */
export async function aDrawnMap(
  laurel: Laurel,
  admin: BrowserSession,
  change: Partial<AchievementMap> = {},
  issuer = laurel.issuer,
): Promise<string> {
  const maps = `/issuers/${issuer}/maps`;
  const map = aMapContent(change);
  const title = map.title[map.sourceLanguage] ?? 'Untitled';
  const begun = await callAs(laurel, admin, 'POST', maps, { title, language: map.sourceLanguage });
  expect(begun.status).toBe(201);
  const { map: slug } = Begun.parse(await begun.json());
  await drawMap(laurel, admin, slug, map, issuer);
  return slug;
}

/** Writes the whole of a map over what is there. */
export async function drawMap(
  laurel: Laurel,
  admin: BrowserSession,
  slug: string,
  map: AchievementMap,
  issuer = laurel.issuer,
): Promise<void> {
  const path = `/issuers/${issuer}/maps/${slug}`;
  const { revision } = await drawnMap(laurel, admin, slug, issuer);
  const put = await callAs(laurel, admin, 'PUT', path, { revision, map });
  expect([put.status, await put.json()]).toEqual([200, { revision: revision + 1 }]);
}

/** Draws a map and publishes it; its slug. */
export async function aMap(
  laurel: Laurel,
  admin: BrowserSession,
  change: Partial<AchievementMap> = {},
  issuer = laurel.issuer,
): Promise<string> {
  const slug = await aDrawnMap(laurel, admin, change, issuer);
  await publishMap(laurel, admin, slug, issuer);
  return slug;
}

/** Has others read what is drawn. */
export async function publishMap(
  laurel: Laurel,
  admin: BrowserSession,
  slug: string,
  issuer = laurel.issuer,
): Promise<void> {
  const { revision } = await drawnMap(laurel, admin, slug, issuer);
  const path = `/issuers/${issuer}/maps/${slug}/publish`;
  const published = await callAs(laurel, admin, 'POST', path, { revision });
  expect([published.status, await published.json()]).toMatchObject([201, { map: slug }]);
}

/** How a map stands for its members. */
async function drawnMap(
  laurel: Laurel,
  member: BrowserSession,
  slug: string,
  issuer = laurel.issuer,
): Promise<z.infer<typeof Drawn>> {
  const found = await callAs(laurel, member, 'GET', `/issuers/${issuer}/maps/${slug}`);
  return Drawn.parse(await found.json());
}

/** The public page of a map, as a reader of this language sees it. */
export async function readMap(laurel: Laurel, slug: string, language = 'en'): Promise<string> {
  const page = await fetch(`${laurel.url}/issuers/${laurel.issuer}/maps/${slug}`, {
    headers: { accept: 'text/html', 'accept-language': language },
  });
  expect(page.status).toBe(200);
  return page.text();
}

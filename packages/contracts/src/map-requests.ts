import {
  type AchievementMap,
  MAX_LANES,
  MAX_NEXT,
  MAX_STEPS,
  stepsOf,
} from '@laurel/core/achievement-map';
import * as z from 'zod';
import { languageMap, MAX_LANGUAGES, TextLanguage } from './achievement-facts.ts';
import { AchievementSlug } from './achievement-requests.ts';

/** The most that one request about a map may be. */
export const MAX_MAP_BYTES = 512 * 1024;

/** The longest that texts of a map may be, in UTF-16 units: sixty steps are to fit on one sheet. */
export const MAX_MAP_LENGTHS = { title: 120, description: 600, lane: 60, hint: 160 } as const;

/** The slug of an achievement of the map's own issuer, or `issuer/slug` of another one's. */
export const Reference = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'A slug, or issuer/slug for another issuer’s.');

const Step = z.strictObject({
  achievement: Reference,
  hint: languageMap(MAX_MAP_LENGTHS.hint).default({}),
  next: z.array(Reference).max(MAX_NEXT).default([]),
});

const Lane = z.strictObject({
  title: languageMap(MAX_MAP_LENGTHS.lane),
  steps: z.array(Step).max(MAX_STEPS),
});

/** A whole map, as far as it is drawn. */
export const MapContent = z
  .strictObject({
    sourceLanguage: TextLanguage,
    drafts: z.array(TextLanguage).max(MAX_LANGUAGES).default([]),
    title: languageMap(MAX_MAP_LENGTHS.title),
    description: languageMap(MAX_MAP_LENGTHS.description),
    lanes: z.array(Lane).max(MAX_LANES),
    milestone: z
      .strictObject({
        achievement: AchievementSlug,
        steps: z.union([z.literal('all'), z.array(Reference).max(MAX_STEPS)]),
      })
      .nullable()
      .default(null),
  })
  .superRefine((map, context) => {
    for (const { message, path } of wrongIn(map)) {
      context.addIssue({ code: 'custom', message, path });
    }
  });

type Wrong = { readonly message: string; readonly path: (string | number)[] };

const NOT_HERE = 'Not a step of this map.';

/** What no part of a map can tell by itself. A circle is nothing wrong. */
function wrongIn(map: AchievementMap): readonly Wrong[] {
  const steps = stepsOf(map).map(({ achievement }) => achievement);
  const wrong: Wrong[] = [];
  if (steps.length > MAX_STEPS) {
    wrong.push({ message: `At most ${MAX_STEPS} steps in all.`, path: ['lanes'] });
  }
  const known = new Set(steps);
  const seen = new Set<string>();
  for (const [lane, { steps: ofLane }] of map.lanes.entries()) {
    for (const [place, { achievement, next }] of ofLane.entries()) {
      const path = ['lanes', lane, 'steps', place];
      if (seen.has(achievement)) {
        wrong.push({ message: 'On the map already.', path: [...path, 'achievement'] });
      }
      seen.add(achievement);
      for (const [at, one] of next.entries()) {
        const message = one === achievement ? 'Leads to itself.' : NOT_HERE;
        if (one === achievement || !known.has(one)) {
          wrong.push({ message, path: [...path, 'next', at] });
        }
      }
    }
  }
  const taken = map.milestone?.steps ?? 'all';
  for (const [at, one] of (taken === 'all' ? [] : taken).entries()) {
    if (!known.has(one)) wrong.push({ message: NOT_HERE, path: ['milestone', 'steps', at] });
  }
  if (map.drafts.includes(map.sourceLanguage)) {
    wrong.push({ message: 'The source language is no translation.', path: ['drafts'] });
  }
  return wrong;
}

/**
 * `POST …/maps`: begins a map; with `starter`, from the achievements that the issuer awards now, in lanes
 * by their themes.
 */
export const BeginMapRequest = z.strictObject({
  title: z.string().trim().min(1).max(MAX_MAP_LENGTHS.title),
  language: TextLanguage,
  starter: z.boolean().default(false),
});
export type BeginMapRequest = z.infer<typeof BeginMapRequest>;

/** `PUT …/maps/{map}`: the whole of it, over the revision that was read. */
export const MapRequest = z.strictObject({ revision: z.int().min(1), map: MapContent });

/** `POST …/maps/{map}/publish`: the draft as it was read. */
export const PublishMapRequest = z.strictObject({ revision: z.int().min(1) });

/** `POST …/maps/{map}/ready/{walk}/award`: in a language of the milestone; else in that of their last award. */
export const ThankRequest = z.strictObject({ language: z.string().min(1).max(35).optional() });
export type ThankRequest = z.infer<typeof ThankRequest>;

import type { LanguageMap, LanguageTag } from '@laurel/core/language';
import file from './behaviours.json' with { type: 'json' };

/** What somebody who was there can have seen a person do; the first five groups are qualities, the last is mentoring. */
export const QUALITIES = [
  'people-centered',
  'opening-up',
  'reliable',
  'setting-direction',
  'emotionally-aware',
  'mentoring',
] as const;
export type Quality = (typeof QUALITIES)[number];

export type Behaviour = {
  readonly id: string;
  /** Of the catalogue's source, counted from 1. */
  readonly sourceLine: number;
  readonly text: LanguageMap;
};

export type BehavioursOf = {
  readonly quality: Quality;
  readonly behaviours: readonly Behaviour[];
};

/** Every behaviour that can be named, by what it shows, in the order of the source. */
export const BEHAVIOURS: readonly BehavioursOf[] = file.qualities.map(
  ({ quality, behaviours }) => ({
    quality: qualityOf(quality),
    behaviours,
  }),
);

/** The languages whose texts nobody has reviewed. */
export const BEHAVIOUR_DRAFTS: readonly LanguageTag[] = file.drafts;

/** A behaviour by its id; null where there is none. */
export function behaviourOf(id: string): Behaviour | null {
  return ALL.find((one) => one.id === id) ?? null;
}

/** The one of which a text is one of the wordings; null where it is of none. */
export function behaviourWorded(text: string): Behaviour | null {
  return ALL.find((one) => Object.values(one.text).includes(text)) ?? null;
}

const ALL = BEHAVIOURS.flatMap(({ behaviours }) => behaviours);

function qualityOf(written: string): Quality {
  const known = QUALITIES.find((one) => one === written);
  if (known === undefined) throw new Error(`behaviours.json: no quality “${written}”`);
  return known;
}

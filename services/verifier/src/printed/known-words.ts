import { isJsonObject, type JsonObject } from '@laurel/core/json';
import type { LanguageMap, LanguageTag } from '@laurel/core/language';
import { autonymOf } from '@laurel/i18n/autonym';
import { certificateLanguageFor } from '@laurel/i18n/certificate-languages';
import { longDate } from '@laurel/i18n/long-date';
import type { AchievementWithIssuer } from '../record/achievement.ts';
import { joined, piecesOf, UNSPACED } from './pieces.ts';
import { isSaid } from './unspaced-line.ts';
import { wordsIn } from './words.ts';

/** The name under which a certificate carries its credential, which one of the sentences says. */
const ATTACHED = 'credential.json';

/** Numbers of pages; no certificate has more. */
const PAGES = ['1', '2', '3', '4', '5', '6'];

/** What may stand on a certificate: all that was signed, all that its achievement and issuer say in public, labels. */
export type KnownWords = {
  readonly words: ReadonlySet<string>;
  /** The texts without spaces, for scripts that have none. */
  readonly texts: readonly string[];
  /** What is put into sentences, in the same form, the longest first: what was signed, issuers, languages. */
  readonly names: readonly string[];
};

/**
 * What a certificate may say beside its fields, in any of these languages. The labels are what certificates say
 * of their own: a word that they once said must stay among them for good.
 */
export function knownWords(
  credential: JsonObject,
  achievement: AchievementWithIssuer | null,
  labels: readonly string[],
  tags: readonly LanguageTag[],
): KnownWords {
  const signed = stringsIn(credential);
  const languages = tags.map(certificateLanguageFor);
  const names = [
    ...signed,
    ...Object.values(achievement?.face.names ?? {}),
    ...tags.map(autonymOf),
  ];
  const published = achievement === null ? [] : publishedTexts(achievement);
  const days = signed.flatMap((text) => /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? []);
  const texts = [
    ...names,
    ...published,
    ...days,
    ...days.flatMap((day) => languages.map((one) => longDate(day, one))),
    ...labels,
    ATTACHED,
    ...PAGES,
  ];
  return {
    words: new Set(texts.flatMap(wordsIn).flatMap(piecesOf)),
    texts: texts.map(joined),
    names: names
      .map(joined)
      .filter((text) => text !== '')
      .sort((one, other) => other.length - one.length),
  };
}

/** Ends a text that did not fit, and may end it within a word. */
const ELLIPSIS = '…';

/** True for a word of a page that a certificate may say. Punctuation alone says nothing. */
export function isKnown(word: string, known: KnownWords): boolean {
  const pieces = piecesOf(word);
  return pieces.every(
    (piece, index) =>
      known.words.has(piece) ||
      (UNSPACED.test(piece) && isSaid(piece, known.texts, known.names)) ||
      (word.endsWith(ELLIPSIS) &&
        index === pieces.length - 1 &&
        [...known.words].some((one) => one.startsWith(piece))),
  );
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(stringsIn) : [];
}

function publishedTexts({ facts }: AchievementWithIssuer): readonly string[] {
  const maps: readonly LanguageMap[] = [
    facts.name,
    facts.description,
    facts.criteria,
    ...facts.requirements,
    facts.doesNotMean,
  ];
  return maps.flatMap((map) => Object.values(map));
}

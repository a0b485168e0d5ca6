import { isJsonObject, type JsonObject } from '@laurel/core/json';
import type { LanguageMap, LanguageTag } from '@laurel/core/language';
import { longDate } from '@laurel/i18n/long-date';
import type { AchievementWithIssuer } from '../record/achievement.ts';
import { wordsIn } from './words.ts';

/** The name under which a certificate carries its credential, which one of the sentences says. */
const ATTACHED = 'credential.json';

/** What may stand on a certificate: all that was signed, all that its achievement and issuer say in public, labels. */
export type KnownWords = {
  readonly words: ReadonlySet<string>;
  /** The texts without spaces, for scripts that have none. */
  readonly texts: readonly string[];
};

/**
 * What a certificate may say beside its fields, in any of these languages. The labels are what certificates say
 * of their own: a word that they once said must stay among them for good.
 */
export function knownWords(
  credential: JsonObject,
  achievement: AchievementWithIssuer | null,
  labels: readonly string[],
  languages: readonly LanguageTag[],
): KnownWords {
  const signed = stringsIn(credential);
  const published = achievement === null ? [] : publishedTexts(achievement);
  const days = signed.flatMap((text) => /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? []);
  const texts = [
    ...signed,
    ...published,
    ...days,
    ...days.flatMap((day) =>
      languages.map((one) => longDate(day, one)),
    ),
    ...labels,
    ATTACHED,
  ];
  return {
    words: new Set(texts.flatMap(wordsIn).map(bare)),
    texts: texts.map((text) => wordsIn(text).join('')),
  };
}

/** Letters of scripts that put no spaces between words: a line of them may begin and end anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;

/** Ends a text that did not fit, and may end it within a word. */
const ELLIPSIS = '…';

/** True for a word of a page that a certificate may say. Punctuation alone says nothing. */
export function isKnown(word: string, { words, texts }: KnownWords): boolean {
  const letters = bare(word);
  if (letters === '' || words.has(letters)) return true;
  // A day of an interval, and what is joined by a dash or a dot in the middle.
  const parts = letters.split(/[/·–—]/u).map(bare);
  if (parts.length > 1) return parts.every((part) => part === '' || words.has(part));
  if (UNSPACED.test(letters)) return texts.some((text) => text.includes(letters));
  return word.endsWith(ELLIPSIS) && [...words].some((one) => one.startsWith(letters));
}

/** A word without the punctuation around it. */
function bare(word: string): string {
  return word.replaceAll(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '');
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(stringsIn) : [];
}

function publishedTexts({ facts, face }: AchievementWithIssuer): readonly string[] {
  const maps: readonly LanguageMap[] = [
    facts.name,
    facts.description,
    facts.criteria,
    ...facts.requirements,
    facts.doesNotMean,
    face.names,
  ];
  return maps.flatMap((map) => Object.values(map));
}

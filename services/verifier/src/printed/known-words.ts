import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import { isJsonObject, type JsonObject } from '@laurel/core/json';
import type { LanguageMap } from '@laurel/core/language';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { longDate } from '@laurel/i18n/long-date';
import { INTERFACE_LANGUAGES, keysUnder, messagesFor } from '@laurel/i18n/messages';
import type { AchievementWithIssuer } from '../record/achievement.ts';
import { layoutWords } from './layout-words.ts';
import { wordsIn } from './words.ts';

/** Every label and sentence that a certificate has of its own. A word that it once had belongs here for good. */
const LABELS = keysUnder('certificate-');

/** The name under which a certificate carries its credential, which one of the sentences says. */
const ATTACHED = 'credential.json';

/** What may stand on a certificate: all that was signed, all that its achievement and issuer say in public, labels. */
export type KnownWords = {
  readonly words: ReadonlySet<string>;
  /** The texts without spaces, for scripts that have none. */
  readonly texts: readonly string[];
};

/** What a certificate may say beside its fields, in any language. */
export function knownWords(
  credential: JsonObject,
  achievement: AchievementWithIssuer | null,
): KnownWords {
  const signed = stringsIn(credential);
  const published = achievement === null ? [] : publishedTexts(achievement);
  // One of the signed texts is the language; the others are none that days are written in.
  const languages = [...new Set([...published.map(({ language }) => language), ...signed])];
  const days = signed.flatMap((text) => /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? []);
  const labels = INTERFACE_LANGUAGES.flatMap((language) => {
    const messages = messagesFor(language);
    return [
      ...LABELS.map((key) => messages.message(key, '', '')),
      ...EVIDENCE_CLASSES.map((one) => evidenceName(one, messages)),
    ];
  });
  const texts = [
    ...signed,
    ...published.map(({ text }) => text),
    ...days,
    ...days.flatMap((day) =>
      [...languages, ...INTERFACE_LANGUAGES].map((one) => longDate(day, one)),
    ),
    ...labels,
    ATTACHED,
    ...layoutWords([...new Set(published.map(({ language }) => language))]),
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

function publishedTexts({ facts, face }: AchievementWithIssuer) {
  const maps: readonly LanguageMap[] = [
    facts.name,
    facts.description,
    facts.criteria,
    ...facts.requirements,
    facts.doesNotMean,
    face.names,
  ];
  return maps.flatMap((map) => Object.entries(map).map(([language, text]) => ({ language, text })));
}

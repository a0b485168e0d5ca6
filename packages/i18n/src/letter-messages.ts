import type { LanguageTag } from '@laurel/core/language';
import es from '../../../i18n/letter/es.json' with { type: 'json' };
import fr from '../../../i18n/letter/fr.json' with { type: 'json' };
import ha from '../../../i18n/letter/ha.json' with { type: 'json' };
import hi from '../../../i18n/letter/hi.json' with { type: 'json' };
import id from '../../../i18n/letter/id.json' with { type: 'json' };
import my from '../../../i18n/letter/my.json' with { type: 'json' };
import pt from '../../../i18n/letter/pt.json' with { type: 'json' };
import sw from '../../../i18n/letter/sw.json' with { type: 'json' };
import { matchingTag } from './matching-tag.ts';
import { INTERFACE_LANGUAGES, type MessageKey, messagesFor } from './messages.ts';
import { type Words, wordsOfFile } from './words-of-file.ts';

/**
 * What stands round the facts of a letter and of a résumé, in the order of `i18n/en.json`. How days and hours are
 * said is as on certificates, whose words the desk does not load.
 */
export const LETTER_KEYS = [
  'certificate-period-value',
  'certificate-hours-value',
  'certificate-mentoring-hours',
  'certificate-mentoring-languages',
  'certificate-mentoring-topics',
  'resume-skills',
  'letter-title',
  'letter-to-whom',
  'letter-to',
  'letter-intro',
  'letter-how',
] as const satisfies readonly MessageKey[];

/** A key of what stands round the facts of a letter. */
export type LetterKey = (typeof LETTER_KEYS)[number];

type LetterFile = {
  readonly '@metadata': { readonly authors: readonly string[]; readonly draft?: boolean };
} & Readonly<Record<LetterKey, string>>;

/** Files of `i18n/letter`, complete; the languages of pages have these words in their own files. */
const FILES: Readonly<Record<LanguageTag, LetterFile>> = { es, fr, ha, hi, id, my, pt, sw };

/** The languages that the words round the facts of a letter are in. */
export const LETTER_LANGUAGES: readonly LanguageTag[] = [
  ...INTERFACE_LANGUAGES,
  ...Object.keys(FILES),
];

/** The words round the facts of a letter, in one language. Plain text, escaped for nothing. */
export type LetterMessages = Words<LetterKey>;

const loaded = new Map<LanguageTag, LetterMessages>();

/** Those for a letter in this language; English where there are none that its readers can read. */
export function letterMessagesFor(language: LanguageTag): LetterMessages {
  const tag = matchingTag(language, LETTER_LANGUAGES) ?? 'en';
  const before = loaded.get(tag);
  if (before !== undefined) return before;
  const file = FILES[tag];
  const messages = file === undefined ? messagesFor(tag) : wordsOfFile<LetterKey>(tag, file);
  loaded.set(tag, messages);
  return messages;
}

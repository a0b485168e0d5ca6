import type { LanguageTag } from '@laurel/core/language';
import { proseOf } from '@laurel/core/prose';
import type { MessageKey } from '@laurel/i18n/messages';
import type { ResumeEntry } from './resume-entry.ts';

/** The longest title and line of a résumé, in UTF-16 code units, and the most lines of one credential. */
const MAX_TITLE = 120;
const MAX_LINE = 300;
const MAX_LINES = 10;
/** The longest name that a letter is addressed to. */
const MAX_ADDRESSEE = 120;

/** What a résumé says of one credential, as its holder wants it. */
export type TypedEntry = {
  readonly entry: ResumeEntry;
  readonly title: string;
  /** One line each, without a sign before it. */
  readonly lines: readonly string[];
  /** The same as it was typed, to be given back. */
  readonly typed: { readonly title: string; readonly lines: string };
};

/** A résumé as it is on the page: nothing of it is kept. */
export type TypedResume = {
  readonly language: LanguageTag;
  readonly entries: readonly TypedEntry[];
  /** Empty: to whom it may concern. */
  readonly addressee: string;
};

/** What is wrong, by the name of its field. */
export type ResumeMistakes = ReadonlyMap<string, readonly [MessageKey, number]>;

/** The forms' names for what is typed of a credential. */
export const titleField = (id: string) => `title-${id}`;
export const linesField = (id: string) => `lines-${id}`;
export const ADDRESSEE_FIELD = 'addressee';

/** What a form says of these credentials; where it says nothing, their own statements. */
export function typedResume(
  entries: readonly ResumeEntry[],
  language: LanguageTag,
  form: URLSearchParams,
): { readonly resume: TypedResume; readonly mistakes: ResumeMistakes } {
  const mistakes = new Map<string, readonly [MessageKey, number]>();
  const typedEntries = entries.map((entry): TypedEntry => {
    const typed = {
      title: form.get(titleField(entry.id)) ?? entry.headline.text,
      lines: form.get(linesField(entry.id)) ?? entry.statements.map(({ text }) => text).join('\n'),
    };
    const title = oneLine(typed.title) || entry.headline.text;
    const lines = linesIn(typed.lines);
    if (title.length > MAX_TITLE) {
      mistakes.set(titleField(entry.id), ['resume-title-too-long', MAX_TITLE]);
    }
    if (lines.length > MAX_LINES) {
      mistakes.set(linesField(entry.id), ['resume-too-many-lines', MAX_LINES]);
    } else if (lines.some((line) => line.length > MAX_LINE)) {
      mistakes.set(linesField(entry.id), ['resume-line-too-long', MAX_LINE]);
    }
    return { entry, title, lines, typed };
  });
  const addressee = oneLine(form.get(ADDRESSEE_FIELD) ?? '');
  if (addressee.length > MAX_ADDRESSEE) {
    mistakes.set(ADDRESSEE_FIELD, ['resume-addressee-too-long', MAX_ADDRESSEE]);
  }
  return { resume: { language, entries: typedEntries, addressee }, mistakes };
}

function oneLine(typed: string): string {
  return proseOf(typed).replace(/\s+/gu, ' ').trim();
}

/** Lines without what people put before them; empty ones are none. */
function linesIn(typed: string): readonly string[] {
  return proseOf(typed)
    .split('\n')
    .map((line) => oneLine(line.replace(/^\s*[•‣▪*–-]\s+/u, '')))
    .filter((line) => line !== '');
}

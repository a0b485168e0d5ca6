import {
  NominationAwardRequest,
  NominationDeclineRequest,
} from '@laurel/contracts/nomination-requests';
import { ok, type Result, refuse } from '@laurel/core/result';
import { messagesFor } from '@laurel/i18n/messages';
import type { Answer } from './decide-nomination.ts';

/** Kind words that are ready; a message of each is `nominations-words-{suggestion}`. */
export const SUGGESTIONS = ['thanks', 'elsewhere', 'more', 'already'] as const;

/** What the forms of an answer have, as they were sent. */
export type AnswerFields = Readonly<
  Record<'start' | 'end' | 'language' | 'url' | 'words' | 'answer', string>
>;

/** The fields of either form; `begun` fills those that it does not have. */
export function answerFields(form: FormData, begun: AnswerFields): AnswerFields {
  const text = (name: keyof AnswerFields) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : begun[name];
  };
  return {
    start: text('start'),
    end: text('end'),
    language: text('language'),
    url: text('url'),
    words: text('words'),
    answer: text('answer'),
  };
}

/** The award that the fields ask for, or the names of the fields that are wrong. */
export function awardOfFields({
  start,
  end,
  language,
  url,
}: AnswerFields): Result<NominationAwardRequest, ReadonlySet<string>> {
  // One day alone is a period of one day.
  const period = { start: start === '' ? end : start, end: end === '' ? start : end };
  const parsed = NominationAwardRequest.safeParse({
    ...(language === '' ? {} : { language }),
    ...(period.start === '' ? {} : { period }),
    ...(url === '' ? {} : { url }),
  });
  if (parsed.success) return ok(parsed.data);
  const wrong = parsed.error.issues.map(({ path: [first, second] }) =>
    first === 'period' ? String(second ?? 'start') : String(first),
  );
  return refuse(new Set(wrong));
}

/**
 * The words of an answer, by the language that a nominator reads: one’s own, else the suggested ones.
 * Null where there are none, or too few.
 */
export function answerOfFields({ words, answer }: AnswerFields): Answer | null {
  if (answer !== '') {
    const own = NominationDeclineRequest.safeParse({ answer });
    return own.success ? () => own.data.answer : null;
  }
  const suggestion = SUGGESTIONS.find((one) => one === words);
  if (suggestion === undefined) return null;
  return (language) => messagesFor(language).message(`nominations-words-${suggestion}`);
}

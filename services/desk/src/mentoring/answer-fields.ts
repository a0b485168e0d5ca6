import { NominationDeclineRequest } from '@laurel/contracts/nomination-requests';
import { messagesFor } from '@laurel/i18n/messages';
import type { Answer } from '../nominations/decide-nomination.ts';

/** Kind words that are ready; a message of each is `mentorships-words-{suggestion}`. */
export const SUGGESTIONS = ['thanks', 'elsewhere', 'already'] as const;

/** What the forms of an answer have, as they were sent. */
export type AnswerFields = Readonly<Record<'end' | 'language' | 'words' | 'answer', string>>;

/** The fields of either form; `begun` fills those that it does not have. */
export function answerFields(form: FormData, begun: AnswerFields): AnswerFields {
  const text = (name: keyof AnswerFields) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : begun[name];
  };
  return {
    end: text('end'),
    language: text('language'),
    words: text('words'),
    answer: text('answer'),
  };
}

/**
 * The words of an answer, in the language that the mentor or the mentee, whoever asked, reads: one's own, else the
 * suggested ones. Null where there are none, or too few.
 */
export function answerOfFields({ words, answer }: AnswerFields): Answer | null {
  if (answer !== '') {
    const own = NominationDeclineRequest.safeParse({ answer });
    return own.success ? () => own.data.answer : null;
  }
  const suggestion = SUGGESTIONS.find((one) => one === words);
  if (suggestion === undefined) return null;
  return (language) => messagesFor(language).message(`mentorships-words-${suggestion}`);
}

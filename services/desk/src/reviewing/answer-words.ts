import { NominationDeclineRequest } from '@laurel/contracts/nomination-requests';
import type { MessageKey } from '@laurel/i18n/messages';
import type { Desk } from '../env.ts';

/** Words of an answer, in the language that whoever gets it reads. */
export type Answer = (language: string) => Promise<string>;

/**
 * The words that the fields of a form say: one’s own, else the suggested ones, each by its message. Null where there
 * are none, or too few.
 */
export function answerOfFields<Suggestion extends string>(
  { messagesIn }: Desk,
  { words, answer }: { readonly words: string; readonly answer: string },
  suggestions: readonly Suggestion[],
  messageOf: (suggestion: Suggestion) => MessageKey,
): Answer | null {
  if (answer !== '') {
    const own = NominationDeclineRequest.safeParse({ answer });
    return own.success ? async () => own.data.answer : null;
  }
  const suggestion = suggestions.find((one) => one === words);
  if (suggestion === undefined) return null;
  return async (language) => (await messagesIn(language)).message(messageOf(suggestion));
}

/** The fields of a form as they were sent, trimmed; `begun` fills those that it does not have. */
export function typedFields<Fields extends Readonly<Record<string, string>>>(
  form: FormData,
  begun: Fields,
): Fields {
  const sent = Object.keys(begun).flatMap((name) => {
    const value = form.get(name);
    return typeof value === 'string' ? [[name, value.trim()]] : [];
  });
  return { ...begun, ...Object.fromEntries(sent) };
}

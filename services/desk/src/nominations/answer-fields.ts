import { NominationAwardRequest } from '@laurel/contracts/nomination-requests';
import { ok, type Result, refuse } from '@laurel/core/result';

/** Kind words that are ready; a message of each is `nominations-words-{suggestion}`. */
export const SUGGESTIONS = ['thanks', 'elsewhere', 'more', 'already'] as const;

/** What the forms of an answer have, as they were sent. */
export type AnswerFields = Readonly<
  Record<'start' | 'end' | 'language' | 'url' | 'words' | 'answer', string>
>;

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

import type { JsonObject } from '@laurel/core/json';
import type { Check } from '@laurel/core/verdict';
import type { Messages } from '@laurel/i18n/messages';
import { findingSentence } from '@laurel/pages/finding';

/** A check as programs get it, by its names and as a sentence: as `/api/verify` answers it. */
export function checkAnswer(check: Check, messages: Messages): JsonObject {
  return {
    check: check.check,
    result: check.result,
    finding: check.finding,
    detail: findingSentence(check, messages),
  };
}

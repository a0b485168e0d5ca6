import type { CheckName } from '@laurel/core/verdict';
import { keysUnder, type Messages } from '@laurel/i18n/messages';

/** Every finding that a check can have: each has a sentence of its own, by its name. */
export function findingsOf(check: CheckName): readonly string[] {
  const prefix = `check-${check}-`;
  return keysUnder(prefix).map((key) => key.slice(prefix.length));
}

/** The same with their sentences, without an occasion: an ellipsis stands where a value would. */
export function sentencesOf(
  check: CheckName,
  { message }: Messages,
): readonly { readonly finding: string; readonly sentence: string }[] {
  const prefix = `check-${check}-`;
  return keysUnder(prefix).map((key) => ({
    finding: key.slice(prefix.length),
    sentence: message(key, '…', '…', '…'),
  }));
}

import type { PrintedField } from '@laurel/core/verdict';
import type { SignedValue } from './signed-values.ts';
import { placeOf } from './words.ts';

/** How a field that was signed stands in print. */
export type ComparedField = {
  readonly field: PrintedField;
  readonly signed: string;
  readonly printed: boolean;
};

/** Without one of these on it, a paper is not the certificate at all. */
const TELLING: readonly PrintedField[] = ['holder', 'achievement', 'address'];

/** True where one of the fields tells that the paper belongs to what was signed. */
export function isTelling(fields: readonly ComparedField[]): boolean {
  return fields.some(({ field, printed }) => printed && TELLING.includes(field));
}

/** The texts of the way in which words say what was signed; null where they do in none. */
export function wayOfSaying(
  { ways }: SignedValue,
  words: readonly string[],
): readonly string[] | null {
  return ways.find((texts) => texts.every((text) => placeOf(text, words) !== null)) ?? null;
}

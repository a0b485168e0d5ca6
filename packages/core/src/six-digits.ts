/** How many digits a code has that somebody reads and somebody types. */
export const SIX_DIGITS = 6;

const RANDOM_VALUES = 2 ** 32;
const CODES = 10 ** SIX_DIGITS;

/** Six digits of 32 random bits; null for the few values that would make some likelier, which are drawn again. */
export function sixDigitsFrom(random: number): string | null {
  if (random >= RANDOM_VALUES - (RANDOM_VALUES % CODES)) return null;
  return String(random % CODES).padStart(SIX_DIGITS, '0');
}

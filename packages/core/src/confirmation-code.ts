import { withAsciiDigits } from './ascii-digits.ts';

/** How many digits a code has that a partner reads out and a holder types. */
export const CONFIRMATION_DIGITS = 6;

const RANDOM_VALUES = 2 ** 32;
const CODES = 10 ** CONFIRMATION_DIGITS;

/**
 * The code made of 32 random bits; null for the few that would make some codes likelier than others, which are
 * drawn again.
 */
export function confirmationCodeFrom(random: number): string | null {
  if (random >= RANDOM_VALUES - (RANDOM_VALUES % CODES)) return null;
  return String(random % CODES).padStart(CONFIRMATION_DIGITS, '0');
}

/** A code as it is typed, with digits of any script, spaces and hyphens; null for what is none. */
export function readConfirmationCode(typed: string): string | null {
  const digits = withAsciiDigits(typed).replaceAll(/[\s\p{Pd}\p{Cf}]/gu, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** A code in two groups, to be read out. */
export function groupedConfirmationCode(code: string): string {
  return `${code.slice(0, CONFIRMATION_DIGITS / 2)} ${code.slice(CONFIRMATION_DIGITS / 2)}`;
}

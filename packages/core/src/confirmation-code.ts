import { withAsciiDigits } from './ascii-digits.ts';
import { SIX_DIGITS } from './six-digits.ts';

/** A code as it is typed, with digits of any script, spaces and hyphens; null for what is none. */
export function readConfirmationCode(typed: string): string | null {
  const digits = withAsciiDigits(typed).replaceAll(/[\s\p{Pd}\p{Cf}]/gu, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** A code in two groups, to be read out. */
export function groupedConfirmationCode(code: string): string {
  return `${code.slice(0, SIX_DIGITS / 2)} ${code.slice(SIX_DIGITS / 2)}`;
}

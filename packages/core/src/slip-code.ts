/** Digits of a code that are drawn at random. */
const RANDOM_DIGITS = 12;

/** The same with the check digit at the end. */
export const SLIP_CODE_DIGITS = RANDOM_DIGITS + 1;

/** Bytes to ask of the platform for one code: enough that rejecting the uneven ones leaves twelve. */
export const SLIP_CODE_RANDOM_BYTES = 48;

/** Largest multiple of 10 below 256: a byte from here on would favour the first digits. */
const EVEN_LIMIT = 250;

/**
 * A totally anti-symmetric quasigroup of order 10: row by the digit before, column by the next one
 * (H. Michael Damm, “Total anti-symmetrische Quasigruppen”, Marburg 2004, the quasigroup of order 10
 * with zeros on its diagonal). It finds every wrong digit and every two neighbours in the wrong order.
 */
const QUASIGROUP = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

const CODE = new RegExp(`^\\d{${SLIP_CODE_DIGITS}}$`);

/** The digit that makes a row of ASCII digits a code that checks. */
export function checkDigitOf(digits: string): string {
  let interim = '0';
  for (const digit of digits) interim = QUASIGROUP[Number(interim)]?.[Number(digit)] ?? '0';
  return interim;
}

/** True for thirteen ASCII digits of which the last one fits the others. */
export function isSlipCode(candidate: string): boolean {
  return CODE.test(candidate) && checkDigitOf(candidate) === '0';
}

/**
 * A code of {@link SLIP_CODE_DIGITS} digits from random bytes, each of the first twelve equally likely.
 * Throws when the bytes run out, which {@link SLIP_CODE_RANDOM_BYTES} of them do less than once in 10^40 times.
 *
 * A code is short because people type it from paper: there are 10^12, far fewer than of our other ids,
 * so it is good for little and not for long. It dies after {@link SLIP_DAYS} days; an account has ten
 * wrong tries an hour; and who comes upon somebody else's code is only shown to an organizer, who
 * confirms whom they saw. With a million live slips, ten tries an hour meet one in eleven years.
 */
export function slipCodeFrom(randomBytes: Uint8Array): string {
  let digits = '';
  for (const byte of randomBytes) {
    if (byte >= EVEN_LIMIT) continue;
    digits += byte % 10;
    if (digits.length === RANDOM_DIGITS) return digits + checkDigitOf(digits);
  }
  throw new Error('not enough random bytes for a code');
}

/** Slips die so many days after they were made, whether somebody has shown one or not. */
export const SLIP_DAYS = 30;

/** The most slips of one sheet: a large conference, on some sixty pages. */
export const MAX_SLIPS = 500;

/** A code as it is printed and read aloud: `123 456 789 0123`. */
export function groupedSlipCode(code: string): string {
  return code.replace(/^(\d{3})(\d{3})(\d{3})/, '$1 $2 $3 ');
}

import { ok, type Result, refuse } from '@laurel/core/result';
import { isSlipCode, SLIP_CODE_DIGITS } from '@laurel/core/slip-code';
import { withAsciiDigits } from '@laurel/sheet/number';

/** What people put between digits without meaning it: spaces, hyphens and dots, marks of direction. */
const BETWEEN = /[\s\p{Z}\p{P}\p{Cf}]/gu;

const DIGITS = new RegExp(`^\\p{Nd}{${SLIP_CODE_DIGITS}}$`, 'u');

/** The address of a slip, as a phone's camera copies it. */
const ADDRESS = /^https?:\/\/[^/]+\/claim\/([^/?#]+)/;

/**
 * The code that somebody typed, pasted or opened, in the decimal digits of any script. `not_a_code`
 * where it has not as many digits as a code has, `mistyped` where the check digit does not fit them.
 * Mere arithmetic: it tells nothing of the codes that there are.
 */
export function readSlipCode(typed: string): Result<string, 'not_a_code' | 'mistyped'> {
  const written = ADDRESS.exec(typed.trim())?.[1] ?? typed;
  const digits = written.replace(BETWEEN, '');
  if (!DIGITS.test(digits)) return refuse('not_a_code');
  const code = withAsciiDigits(digits);
  return isSlipCode(code) ? ok(code) : refuse('mistyped');
}

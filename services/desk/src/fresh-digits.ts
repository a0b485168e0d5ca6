import { sixDigitsFrom } from '@laurel/core/six-digits';

/** Six digits, each sequence as likely as any other. */
export function freshDigits(): string {
  for (;;) {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    const digits = sixDigitsFrom(random);
    if (digits !== null) return digits;
  }
}

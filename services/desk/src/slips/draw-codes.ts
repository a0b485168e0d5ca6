import { SLIP_CODE_RANDOM_BYTES, slipCodeFrom } from '@laurel/core/slip-code';

/** So many codes from the platform's randomness, no two of them alike. */
export function drawCodes(count: number): readonly string[] {
  const codes = new Set<string>();
  while (codes.size < count) {
    codes.add(slipCodeFrom(crypto.getRandomValues(new Uint8Array(SLIP_CODE_RANDOM_BYTES))));
  }
  return [...codes];
}

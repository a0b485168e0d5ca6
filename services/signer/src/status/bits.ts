import { Bitstring } from '@digitalbazaar/bitstring';

/** The `encodedList` of a list with these entries set: multibase base64url of GZIP (Section 4.2). */
export async function encodedList(length: number, set: readonly number[]): Promise<string> {
  const bits = new Bitstring({ length, leftToRightIndexing: true });
  for (const index of set) bits.set(index, true);
  return `u${await bits.encodeBits()}`;
}

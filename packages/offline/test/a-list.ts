import { gzipSync } from 'node:zlib';
import { dayOf, startOfDay } from '@laurel/core/day';
import type { JsonObject } from '@laurel/core/json';
import { type SigningKey, withDataIntegrityProof } from '@laurel/proofs/data-integrity/sign';

/** A status list with these places set, as its issuer signs it at a moment. */
export function aList(
  url: string,
  key: SigningKey,
  set: readonly number[],
  signedAtSeconds: number,
): Promise<JsonObject> {
  const bits = new Uint8Array(16_384);
  for (const place of set) {
    const at = Math.floor(place / 8);
    bits[at] = (bits[at] ?? 0) | (0b1000_0000 >> (place % 8));
  }
  return withDataIntegrityProof(
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: url,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: key.publicKey.controller,
      validFrom: startOfDay(dayOf(signedAtSeconds)),
      credentialSubject: {
        id: `${url}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: `u${gzipSync(bits).toString('base64url')}`,
      },
    },
    key,
    signedAtSeconds,
  );
}

import { serviceDid } from '@laurel/core/addresses';
import { bytesOfBase64 } from '@laurel/core/base64';
import type { JsonObject } from '@laurel/core/json';
import { logName } from '@laurel/log/checkpoint';
import { type VerifierKey, verifierKey } from '@laurel/log/verifier-key';
import type { RootKey } from './root-signed.ts';
import { vouchedKeys } from './vouched-keys.ts';

/** The keys that sign checkpoints of the service's log, as the root key vouches for them; none where it does not. */
export async function logKeys(
  document: JsonObject,
  origin: string,
  roots: readonly RootKey[],
): Promise<readonly VerifierKey[]> {
  const vouched = await vouchedKeys(document, origin, roots);
  if (!vouched.ok || vouched.value.did !== `${serviceDid(origin)}:log`) return [];
  return Promise.all(
    vouched.value.keys.flatMap(({ jwk }) =>
      jwk.kty === 'OKP'
        ? [
            verifierKey(
              logName(origin),
              bytesOfBase64(jwk.x.replaceAll('-', '+').replaceAll('_', '/')),
            ),
          ]
        : [],
    ),
  );
}

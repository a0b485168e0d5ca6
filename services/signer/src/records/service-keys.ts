import { RECORD_OWNER } from '@laurel/core/key-owners';
import { SERVICE_FACE } from '@laurel/core/service-face';
import { KEY_ALGORITHMS } from '@laurel/core/verification-key';
import type { Signing } from '../env.ts';
import type { IssuerToSign } from '../issue/sign.ts';
import { keysOf } from '../keys/load.ts';
import { makeMissingKeys } from '../keys/missing-keys.ts';

/** The service as the issuer of records, with the keys that it signs them with. */
export async function serviceToSign(signing: Signing): Promise<IssuerToSign> {
  return { face: SERVICE_FACE, keys: await keysOf(signing, RECORD_OWNER) };
}

/** Makes the keys that sign records, and publishes them under the root key's signature. May be repeated. */
export async function establishRecords(signing: Signing): Promise<void> {
  await makeMissingKeys(signing, RECORD_OWNER, KEY_ALGORITHMS);
}

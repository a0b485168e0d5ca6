import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { logName } from '@laurel/log/checkpoint';
import { readVerifierKey, type VerifierKey } from '@laurel/log/verifier-key';
import { keysOfLog, vouchedLogKeys } from '@laurel/offline/log-keys';
import * as z from 'zod';
import type { Served } from './served.ts';

const DidDocument = z.looseObject({
  verificationMethod: z.array(z.looseObject({ publicKeyMultibase: z.string().optional() })),
});

/** The root keys that the service says are its own: to be believed the first time, and then remembered. */
export async function rootsServed({ text }: Served): Promise<readonly string[]> {
  const read = DidDocument.safeParse(JSON.parse((await text('/.well-known/did.json')) ?? 'null'));
  return read.success
    ? read.data.verificationMethod.flatMap(({ publicKeyMultibase }) => publicKeyMultibase ?? [])
    : [];
}

/** The keys that sign its checkpoints, as a root key vouches for them. */
export async function logKeysServed(
  { text, origin, log }: Served,
  roots: readonly string[],
): Promise<readonly VerifierKey[]> {
  const document: unknown = JSON.parse((await text('/.well-known/keys.json')) ?? 'null');
  if (!isJsonObject(document)) return [];
  const keys = await vouchedLogKeys(document satisfies JsonObject, origin, roots);
  return keysOfLog(keys, logName(origin, log), origin);
}

/** Keys that were remembered as texts. */
export async function remembered(texts: readonly string[]): Promise<readonly VerifierKey[]> {
  return (await Promise.all(texts.map(readVerifierKey))).flatMap((key) => key ?? []);
}

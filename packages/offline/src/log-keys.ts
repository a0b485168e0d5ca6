import type { JsonObject } from '@laurel/core/json';
import { logName, logNumberIn } from '@laurel/log/checkpoint';
import { readVerifierKey, type VerifierKey, verifierKey } from '@laurel/log/verifier-key';
import * as z from 'zod';
import { isRootSigned, type RootKey } from './root-signed.ts';

/** What is read of the history of the service's keys; whatever else it says is signed too, and of no concern here. */
const ServiceKeyHistory = z.looseObject({
  keys: z.array(
    z.looseObject({ verifierKey: z.string().optional(), compromisedAt: z.string().optional() }),
  ),
});

/** The keys that sign checkpoints of the service's log, as a root key vouches for them; none where it does not. */
export async function vouchedLogKeys(
  document: JsonObject,
  origin: string,
  roots: readonly RootKey[],
): Promise<readonly VerifierKey[]> {
  if (!(await isRootSigned(document, origin, roots))) return [];
  const history = ServiceKeyHistory.safeParse(document);
  if (!history.success) return [];
  const keys = await Promise.all(
    history.data.keys.flatMap(({ verifierKey, compromisedAt }) =>
      verifierKey === undefined || compromisedAt !== undefined ? [] : readVerifierKey(verifierKey),
    ),
  );
  return keys.flatMap((key) => (key?.name === logName(origin) ? [key] : []));
}

/**
 * The same keys under the name of the log that a note says to be of: a service may have several logs, and signs all of
 * them with the same keys, each under its own name (C2SP signed-note). None for a log of anybody else.
 */
export async function keysOfLog(
  keys: readonly VerifierKey[],
  note: string,
  origin: string,
): Promise<readonly VerifierKey[]> {
  const [name = ''] = note.split('\n');
  if (logNumberIn(origin, name) === null) return [];
  return Promise.all(keys.map(({ publicKey }) => verifierKey(name, publicKey)));
}

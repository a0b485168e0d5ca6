import type { JsonObject } from '@laurel/core/json';
import { LOG_OWNER, RECORD_OWNER } from '@laurel/core/key-owners';
import { methodId, type PublishedKey, signsFrom } from '@laurel/core/verification-key';
import { verifierKeyText } from '@laurel/log/verifier-key';
import { withJcsProof } from '@laurel/proofs/data-integrity/sign-jcs';
import { issuers } from '@laurel/store/public/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { verifierKeyOf } from '../log/verifier-key-of.ts';
import { controllerOf, historyOf, ROOT_OWNER } from './key-set.ts';
import { currentKey, keysOf, signingKey } from './load.ts';

/**
 * When each key of an owner was made, has signed, was retired or compromised, signed by the root key of
 * the service: the text of keys.json. The dates are here and not in did.json, where a verifier would
 * refuse old proofs for them. The service's own history has its root keys and those of its log and its records, so that
 * who trusts a root key needs nothing else; it is signed by the root key that signs now.
 *
 * @param keys as they are going to stand.
 * @returns the text, and the id of the root key that signed it.
 */
export async function signedHistory(
  signing: Signing,
  owner: string,
  keys: readonly PublishedKey[],
): Promise<{ readonly document: string; readonly signedBy: string }> {
  const rootKeys = owner === ROOT_OWNER ? keys : await keysOf(signing, ROOT_OWNER);
  const recordKeys = owner === RECORD_OWNER ? keys : await keysOf(signing, RECORD_OWNER);
  const logKeys = owner === LOG_OWNER ? keys : await keysOf(signing, LOG_OWNER);
  const root = currentKey(rootKeys, 'Ed25519');
  const document = await withJcsProof(
    {
      issuer: controllerOf(signing, owner),
      ...(await natureOf(signing, owner)),
      publishedAt: dateTime(signing.nowSeconds),
      keys:
        historyOf(owner) === ROOT_OWNER
          ? [
              ...rootKeys.map((key) => ({ ...entry(key), use: 'root' })),
              ...(await Promise.all(logKeys.map((key) => logEntry(signing, key)))),
              ...recordKeys.map((key) => ({ ...entry(key), use: 'record' })),
            ]
          : keys.map(entry),
    },
    await signingKey(signing, ROOT_OWNER, root),
    signing.nowSeconds,
  );
  return { document: JSON.stringify(document), signedBy: root.id };
}

/** What an issuer is, for those who have nothing else of us; nothing of the service itself. */
async function natureOf({ publicStore }: Signing, owner: string): Promise<JsonObject> {
  const [face] = await publicStore
    .select({ kind: issuers.kind, demonstration: issuers.demonstration })
    .from(issuers)
    .where(eq(issuers.slug, owner));
  if (face === undefined) return {};
  return face.demonstration ? { kind: face.kind, demonstration: true } : { kind: face.kind };
}

function entry(key: PublishedKey): JsonObject {
  return {
    id: methodId(key),
    algorithm: key.algorithm,
    publicKeyJwk: { ...key.jwk },
    ...(key.multibase === null ? {} : { publicKeyMultibase: key.multibase }),
    createdAt: dateTime(key.createdAtSeconds),
    signsFrom: dateTime(signsFrom(key)),
    ...(key.retiredAtSeconds === null ? {} : { retiredAt: dateTime(key.retiredAtSeconds) }),
    ...(key.compromisedAtSeconds === null
      ? {}
      : { compromisedAt: dateTime(key.compromisedAtSeconds) }),
  };
}

/** Also as whoever verifies signed notes is configured with it (C2SP signed-note, “Verifier keys”). */
async function logEntry(signing: Signing, key: PublishedKey): Promise<JsonObject> {
  const verifierKey = verifierKeyText(await verifierKeyOf(signing, key));
  return { ...entry(key), use: 'log', verifierKey };
}

function dateTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}

import { issuerDid, serviceDid } from '@laurel/core/addresses';
import type { JsonObject } from '@laurel/core/json';
import { LOG_OWNER } from '@laurel/core/key-owners';
import { methodId, type VerificationKey } from '@laurel/core/verification-key';
import { logName } from '@laurel/log/checkpoint';
import { verifierKeyText } from '@laurel/log/verifier-key';
import { withJcsProof } from '@laurel/proofs/data-integrity/sign-jcs';
import { keyHistories } from '@laurel/store/public/schema';
import type { Signing } from '../env.ts';
import { logHashOf, logPending } from '../log/log-pending.ts';
import { verifierKeyOf } from '../log/verifier-key-of.ts';
import { currentKey, keysOf, signingKey } from './load.ts';

/**
 * Publishes when each key of an issuer, or of the log, was made, retired or compromised, signed by the root
 * key of the service. The dates are here and not in did.json, where a verifier would refuse old proofs for
 * them.
 */
export async function publishKeyHistory(signing: Signing, owner: string): Promise<void> {
  const root = serviceDid(signing.origin);
  const rootKey = currentKey(await keysOf(signing, '', root), 'Ed25519');
  const document = await withJcsProof(
    {
      ...(await keysToPublish(signing, owner)),
      publishedAt: dateTime(signing.nowSeconds),
    },
    await signingKey(signing, '', rootKey),
    signing.nowSeconds,
  );
  const text = JSON.stringify(document);
  const logHash = await logHashOf(text);
  const row = { document: text, signedAtSeconds: signing.nowSeconds, logHash };
  await signing.publicStore.batch([
    signing.publicStore
      .insert(keyHistories)
      .values({ issuer: owner, ...row })
      .onConflictDoUpdate({ target: keyHistories.issuer, set: row }),
    ...(await logPending(signing, [{ of: 'key_history', owner, logHash }])),
  ]);
}

async function keysToPublish(signing: Signing, owner: string): Promise<JsonObject> {
  if (owner !== LOG_OWNER) {
    const issuer = issuerDid(signing.origin, owner);
    return { issuer, keys: (await keysOf(signing, owner, issuer)).map(entry) };
  }
  const keys = await keysOf(signing, owner, serviceDid(signing.origin));
  return {
    log: logName(signing.origin),
    keys: await Promise.all(
      keys.map(async (key) => ({
        ...entry(key),
        // As whoever verifies signed notes is configured with it (C2SP signed-note, “Verifier keys”).
        verifierKey: verifierKeyText(await verifierKeyOf(signing, key)),
      })),
    ),
  };
}

function entry(key: VerificationKey): JsonObject {
  return {
    id: methodId(key),
    algorithm: key.algorithm,
    publicKeyJwk: { ...key.jwk },
    ...(key.multibase === null ? {} : { publicKeyMultibase: key.multibase }),
    createdAt: dateTime(key.createdAtSeconds),
    ...(key.retiredAtSeconds === null ? {} : { retiredAt: dateTime(key.retiredAtSeconds) }),
    ...(key.compromisedAtSeconds === null
      ? {}
      : { compromisedAt: dateTime(key.compromisedAtSeconds) }),
  };
}

function dateTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}

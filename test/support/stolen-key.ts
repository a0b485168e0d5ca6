import { serviceDid } from '@laurel/core/addresses';
import { didWeb } from '@laurel/core/did';
import type { JsonObject } from '@laurel/core/json';
import { type SigningKey, withDataIntegrityProof } from '@laurel/proofs/data-integrity/sign';
import * as z from 'zod';
import { unseal } from '../../services/signer/src/keys/seal.ts';
import { KEY_ENCRYPTION_SECRETS, type Laurel } from './laurel.ts';

const KeyRow = z.object({
  id: z.string(),
  jwk: z.string().transform((json) => JSON.parse(json)),
  multibase: z.string(),
  createdAtSeconds: z.number(),
  secretVersion: z.number(),
  nonce: z.string(),
  sealed: z.string(),
});

/** The newest Ed25519 key of an owner with its private half, as somebody has it who broke in. */
export async function stolenKey(laurel: Laurel, owner: string): Promise<SigningKey> {
  const { miniflare } = laurel.runtime;
  const pub = await miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const priv = await miniflare.getD1Database('PRIVATE', 'laurel-signer');
  const known = await pub
    .prepare(
      `select id, jwk, multibase, created_at_seconds as createdAtSeconds from verification_keys
        where owner = ? and algorithm = 'Ed25519' order by created_at_seconds desc, rowid desc`,
    )
    .bind(owner)
    .first();
  const sealed = await priv
    .prepare(
      'select secret_version as secretVersion, nonce, sealed from sealed_keys where key_id = ?',
    )
    .bind(known?.id)
    .first();
  const { secretVersion, nonce, sealed: bytes, ...key } = KeyRow.parse({ ...known, ...sealed });
  const pkcs8 = await unseal(
    { secretVersion, nonce, sealed: bytes },
    { owner, keyId: key.id },
    KEY_ENCRYPTION_SECRETS,
  );
  const isIssuer = /^[a-z0-9-]+$/.test(owner);
  const publicKey = {
    ...key,
    controller: isIssuer ? didWeb(laurel.origin, `issuers/${owner}`) : serviceDid(laurel.origin),
    algorithm: 'Ed25519' as const,
    retiredAtSeconds: null,
    compromisedAtSeconds: null,
  };
  return {
    publicKey,
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']),
  };
}

/** A document, signed with such a key an hour ago, by its own word, and recorded nowhere. */
export async function signedOffTheRecord(
  { proof: _, ...document }: JsonObject,
  key: SigningKey,
  createdAtSeconds = Math.floor(Date.now() / 1000) - 3600,
): Promise<JsonObject> {
  return withDataIntegrityProof(document, key, createdAtSeconds);
}

import { keyStateOf, type PublishedKey } from '@laurel/core/verification-key';
import { credentials, statusLists, verificationKeys } from '@laurel/store/public/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Signing } from '../env.ts';
import { changeKeys } from './change-keys.ts';
import { keySetOf, signingAmong } from './key-set.ts';
import { forgetUnpublished, makeKey, publishingKey } from './make.ts';

/**
 * Says of a key that somebody else may have it since a moment. In one transaction it leaves did.json, its
 * history says since when, a new key signs in its place at once (to wait a day would be to sign nothing for
 * a day), and what it signed for the public or was to sign is marked to be signed by that one. May be
 * repeated; the earliest moment stands. Answers the key as it stands then; null where the owner has no such key.
 */
export async function declareCompromised(
  signing: Signing,
  owner: string,
  keyId: string,
  sinceSeconds: number,
): Promise<PublishedKey | null> {
  const { publicStore } = signing;
  const before = await keySetOf(signing, owner);
  const key = before.keys.find(({ id }) => id === keyId);
  if (key === undefined) return null;
  const earlier = key.compromisedAtSeconds;
  if (earlier !== null && earlier <= sinceSeconds) return key;
  const compromised = { compromisedAtSeconds: sinceSeconds };
  const made =
    keyStateOf(key) === 'signing' ? await makeKey(signing, owner, key.algorithm, null) : null;
  const next = made ?? signingAmong(before.keys, key.algorithm);
  const changed = await changeKeys(signing, before, {
    statements: [
      publicStore.update(verificationKeys).set(compromised).where(eq(verificationKeys.id, keyId)),
      ...(made === null ? [] : [publishingKey(signing, owner, made)]),
      ...(next === null ? [] : handingOver(signing, owner, key, next)),
    ],
    keys: [
      ...before.keys.map((one) => (one.id === keyId ? { ...one, ...compromised } : one)),
      ...(made === null ? [] : [made]),
    ],
  }).finally(() => (made === null ? null : forgetUnpublished(signing, made.id)));
  return changed
    ? { ...key, ...compromised }
    : declareCompromised(signing, owner, keyId, sinceSeconds);
}

/**
 * The same of what the service signed in another database than the one that its keys are published in: it is
 * marked to be signed by the key that signs now. May be repeated.
 */
export async function handOver(
  signing: Signing,
  owner: string,
  stolen: PublishedKey,
): Promise<void> {
  const { keys } = await keySetOf(signing, owner);
  const next = signingAmong(keys, stolen.algorithm);
  const [first, ...rest] = next === null ? [] : handingOver(signing, owner, stolen, next);
  if (first !== undefined) await signing.publicStore.batch([first, ...rest]);
}

/** What the next key is to sign in the place of the stolen one, besides credentials. */
function handingOver(
  { publicStore }: Signing,
  owner: string,
  stolen: PublishedKey,
  next: PublishedKey,
): readonly BatchItem<'sqlite'>[] {
  if (stolen.algorithm === 'RS256') {
    return [
      publicStore
        .update(credentials)
        .set({ rsaKeyId: next.id })
        .where(and(eq(credentials.rsaKeyId, stolen.id), isNull(credentials.rsaJwt))),
    ];
  }
  return [
    publicStore
      .update(statusLists)
      .set({ changes: sql`${statusLists.changes} + 1` })
      .where(
        and(
          eq(statusLists.issuer, owner),
          sql`instr(${statusLists.document}, ${`#${stolen.id}"`}) > 0`,
        ),
      ),
  ];
}

import { inSet } from '@laurel/store/in-set';
import { intents } from '@laurel/store/private/schema';
import { credentials, verificationKeys } from '@laurel/store/public/schema';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { heirOf } from '../keys/heir-of.ts';
import { PENDING } from './complete-rsa.ts';
import { homesOfIntents } from './homes-of-intents.ts';
import { orDefect } from './or-defect.ts';
import type { Intent } from './record.ts';
import { releaseIntents } from './release.ts';

/**
 * Has what was recorded for keys that nobody can open any more be signed by those that sign now. It is recorded anew first, as of now: a
 * proof is made while its key signs. What such a key made public before it was lost stays as it is.
 */
export async function takeOverIntents(signing: Signing, left: readonly Intent[]): Promise<void> {
  const taken: string[] = [];
  for (const { of, intents: some } of await homesOfIntents(signing, left)) {
    for (const column of ['ed25519KeyId', 'rsaKeyId'] as const) {
      for (const [keyId, issuer] of new Map(some.map((one) => [one[column], one.issuer]))) {
        const heir = await orDefect(() => heirOf(of, issuer, keyId));
        if (heir === null) continue;
        const ids = some.filter((one) => one[column] === keyId).map((one) => one.credentialId);
        await signing.privateStore
          .update(intents)
          .set({ [column]: heir, recordedAtSeconds: signing.nowSeconds })
          .where(and(inArray(intents.credentialId, inSet(ids)), eq(intents.state, 'recorded')));
        taken.push(...ids);
      }
    }
  }
  if (taken.length === 0) return;
  const again = await signing.privateStore
    .select()
    .from(intents)
    .where(inArray(intents.credentialId, inSet([...new Set(taken)])));
  await releaseIntents(signing, again);
}

/** The same of RS256 JWTs that are still missing in the database at hand: the next duty makes them. */
export async function takeOverTokens(signing: Signing): Promise<void> {
  const { publicStore } = signing;
  const waiting = await publicStore
    .selectDistinct({ issuer: credentials.issuer, keyId: credentials.rsaKeyId })
    .from(credentials)
    .innerJoin(verificationKeys, eq(verificationKeys.id, credentials.rsaKeyId))
    .where(and(PENDING, isNotNull(verificationKeys.retiredAtSeconds)));
  for (const { issuer, keyId } of waiting) {
    const heir = await orDefect(() => heirOf(signing, issuer, keyId));
    if (heir === null) continue;
    await publicStore
      .update(credentials)
      .set({ rsaKeyId: heir })
      .where(and(eq(credentials.rsaKeyId, keyId), PENDING));
  }
}

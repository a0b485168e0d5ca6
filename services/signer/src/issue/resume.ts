import { inSet } from '@laurel/store/in-set';
import { awards, intents } from '@laurel/store/private/schema';
import { credentials } from '@laurel/store/public/schema';
import { and, eq, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import { readAmong } from '../databases.ts';
import type { Signing } from '../env.ts';
import { eraseBytes } from '../standing/erase-bytes.ts';
import { revokeCredentials } from '../standing/revoke.ts';
import { releaseIntents } from './release.ts';
import { takeOverIntents } from './take-over.ts';

/** An intent this old was left behind: a call that is still at work is far younger. */
const LEFT_BEHIND_SECONDS = 60;

/** What one run takes on at most; the next run takes the rest. */
const MAX_PER_RUN = 200;

/**
 * Finishes what an interrupted call left: signs and releases, or, where the award no longer stands,
 * ends the intent. Such an intent may have reached the public by a hair's breadth before the call was
 * cut off: then it counts as released, and its credential is revoked. Else it is abandoned. Where its holder
 * was erased meanwhile, so is what was signed. What was recorded for keys of a lost secret, the next ones sign.
 */
export async function resumeIntents(signing: Signing): Promise<void> {
  const { privateStore } = signing;
  const leftBehind = and(
    eq(intents.state, 'recorded'),
    lte(intents.recordedAtSeconds, signing.nowSeconds - LEFT_BEHIND_SECONDS),
  );
  const fallen = await privateStore
    .select({ id: intents.credentialId, awardId: awards.id })
    .from(intents)
    .leftJoin(awards, eq(awards.id, intents.awardId))
    .where(
      and(leftBehind, ne(intents.awardId, ''), or(isNull(awards.id), ne(awards.state, 'accepted'))),
    )
    .limit(MAX_PER_RUN);
  if (fallen.length > 0) {
    await eraseBytes(
      signing,
      fallen.filter(({ awardId }) => awardId === null).map(({ id }) => id),
    );
    await endFallen(
      signing,
      fallen.map(({ id }) => id),
    );
  }
  const left = await privateStore
    .select()
    .from(intents)
    .where(leftBehind)
    .orderBy(intents.recordedAtSeconds)
    .limit(MAX_PER_RUN);
  if (left.length === 0) return;
  const released = await releaseIntents(signing, left);
  await takeOverIntents(
    signing,
    left.filter(({ credentialId }) => !released.has(credentialId)),
  );
}

async function endFallen(signing: Signing, ids: readonly string[]): Promise<void> {
  await revokeCredentials(signing, ids);
  const published = await readAmong(signing, ids, ({ publicStore }, some) =>
    publicStore
      .select({ id: credentials.id })
      .from(credentials)
      .where(inArray(credentials.id, inSet(some))),
  );
  const isPublished = new Set(published.map(({ id }) => id));
  for (const state of ['released', 'abandoned'] as const) {
    const ending = ids.filter((id) => isPublished.has(id) === (state === 'released'));
    await signing.privateStore
      .update(intents)
      .set({ state, document: null })
      .where(and(inArray(intents.credentialId, inSet(ending)), eq(intents.state, 'recorded')));
  }
}

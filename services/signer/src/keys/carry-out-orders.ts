import type { KeyOutcome } from '@laurel/core/key-order';
import {
  KEY_ALGORITHMS,
  type KeyAlgorithm,
  type PublishedKey,
} from '@laurel/core/verification-key';
import { FIRST } from '@laurel/store/directory/public-bindings';
import { keyOrderOutcomes, keyOrders } from '@laurel/store/private/schema';
import { asc, eq, isNull } from 'drizzle-orm';
import { atHome, inEach } from '../databases.ts';
import type { Signing } from '../env.ts';
import { orDefect } from '../issue/or-defect.ts';
import { publishChangedStatusLists } from '../status/publish.ts';
import { declareCompromised, handOver } from './declare-compromised.ts';
import { isOfService, keySetOf } from './key-set.ts';
import { announceKey } from './rotate.ts';
import { signAnew } from './sign-anew.ts';

/** What one call begins at most; the next one takes the rest. */
const MAX_PER_CALL = 10;

/** Thefts that one call tells at most: each may take a new RSA key. */
const MAX_THEFTS = 50;

type Order = typeof keyOrders.$inferSelect;

/**
 * Carries out what was ordered about keys and is not done yet: thefts first, then the oldest. Every theft is
 * told before anything is signed anew, as each minute is the thief's. What one call does not come to the end
 * of, or was cut off at, the next goes on with; what is done is done once, whoever repeats it.
 */
export async function carryOutKeyOrders(signing: Signing): Promise<void> {
  const orders = await signing.privateStore
    .select({ order: keyOrders })
    .from(keyOrders)
    .leftJoin(keyOrderOutcomes, eq(keyOrderOutcomes.orderId, keyOrders.id))
    .where(isNull(keyOrderOutcomes.orderId))
    // “compromised” stands before “rotate”.
    .orderBy(asc(keyOrders.act), asc(keyOrders.orderedAtSeconds), asc(keyOrders.id))
    .limit(MAX_THEFTS);
  for (const { order } of orders) {
    if (order.act === 'compromised')
      await orDefect(async () => declare(await atHome(signing, order.issuer), order));
  }
  for (const { order } of orders.slice(0, MAX_PER_CALL)) {
    const outcome = await orDefect(async () =>
      carryOut(await atHome(signing, order.issuer), order),
    );
    if (outcome === null) continue;
    await signing.privateStore
      .insert(keyOrderOutcomes)
      .values({ orderId: order.id, outcome, atSeconds: signing.nowSeconds })
      .onConflictDoNothing();
  }
}

/** Null where there is more to do. */
function carryOut(signing: Signing, order: Order): Promise<KeyOutcome | null> {
  switch (order.act) {
    case 'rotate':
      return rotate(signing, order);
    case 'compromised':
      return replaceStolen(signing, order);
  }
}

async function rotate(
  signing: Signing,
  { issuer, algorithm, orderedAtSeconds }: Order,
): Promise<KeyOutcome> {
  const wanted = algorithm === null ? KEY_ALGORITHMS : [algorithm];
  if ((await keySetOf(signing, issuer)).keys.length === 0) return 'key_unknown';
  const made = [];
  for (const one of wanted) made.push(await announceKey(signing, issuer, one));
  if (made.includes(true)) return 'done';
  // Of an order that was cut off before this was recorded. A key of the same second may be another order's.
  const { keys } = await keySetOf(signing, issuer);
  const since = keys.some(
    (key) => isOf(wanted, key.algorithm) && key.createdAtSeconds > orderedAtSeconds,
  );
  return since ? 'done' : 'nothing_to_do';
}

function isOf(wanted: readonly KeyAlgorithm[], algorithm: KeyAlgorithm): boolean {
  return wanted.includes(algorithm);
}

function declare(
  signing: Signing,
  { issuer, keyId, sinceSeconds, orderedAtSeconds }: Order,
): Promise<PublishedKey | null> {
  const since = sinceSeconds ?? orderedAtSeconds;
  return keyId === null ? Promise.resolve(null) : declareCompromised(signing, issuer, keyId, since);
}

async function replaceStolen(signing: Signing, order: Order): Promise<KeyOutcome | null> {
  const stolen = await declare(signing, order);
  if (stolen === null) return 'key_unknown';
  // What the service signs of a credential stands beside that one, wherever it is.
  const ofService = isOfService(order.issuer);
  let left = 0;
  for (const of of ofService ? inEach(signing) : [signing]) {
    if (ofService && of.database !== FIRST) await handOver(of, order.issuer, stolen);
    await publishChangedStatusLists(of);
    left += await signAnew(of, order.issuer, stolen);
  }
  return left === 0 ? 'done' : null;
}

import { inSet } from '@laurel/store/in-set';
import { awards } from '@laurel/store/private/desk';
import { inArray } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { telling } from './tell.ts';

/** Awards that one statement tells of; a task of the outbox works as many. */
const AT_ONCE = 50;

/** Tells webhooks that awards with consent on paper were made, and what was signed of them. May be repeated. */
export async function tellOfPaper(desk: Desk, awardIds: readonly string[]): Promise<void> {
  if (awardIds.length === 0) return;
  const which = inArray(awards.id, inSet(awardIds));
  const [accepted, issued] = await desk.store.batch([
    telling(desk, 'award.accepted', which, awardIds.length),
    telling(desk, 'credential.issued', which, awardIds.length),
  ]);
  await desk.hintDeliveries([...accepted, ...issued].map(({ id }) => id));
}

/**
 * Tells webhooks that awards were revoked, once whatever was made from them is. However many: so many at
 * a time, as each statement brings an id for every message that it could write. May be repeated.
 */
export async function tellOfRevocation(desk: Desk, awardIds: readonly string[]): Promise<void> {
  for (let at = 0; at < awardIds.length; at += AT_ONCE) {
    const some = awardIds.slice(at, at + AT_ONCE);
    const which = inArray(awards.id, inSet(some));
    const told = await telling(desk, 'credential.revoked', which, some.length);
    await desk.hintDeliveries(told.map(({ id }) => id));
  }
}

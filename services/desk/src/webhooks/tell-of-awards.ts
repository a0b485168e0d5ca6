import { inSet } from '@laurel/store/in-set';
import { awards } from '@laurel/store/private/desk';
import { inArray } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { telling } from './tell.ts';

/** Tells webhooks that awards with consent on paper were made, and what was signed of them. May be repeated. */
export async function tellOfPaper(desk: Desk, awardIds: readonly string[]): Promise<void> {
  if (awardIds.length === 0) return;
  const which = inArray(awards.id, inSet(awardIds));
  const [accepted, issued] = await desk.store.batch([
    telling(desk, 'award.accepted', which),
    telling(desk, 'credential.issued', which),
  ]);
  await desk.hintDeliveries([...accepted, ...issued].map(({ id }) => id));
}

/** Tells webhooks that awards were revoked, once whatever was made from them is. May be repeated. */
export async function tellOfRevocation(desk: Desk, awardIds: readonly string[]): Promise<void> {
  if (awardIds.length === 0) return;
  const told = await telling(desk, 'credential.revoked', inArray(awards.id, inSet(awardIds)));
  await desk.hintDeliveries(told.map(({ id }) => id));
}

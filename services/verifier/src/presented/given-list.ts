import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { type Given, givenJson } from './given.ts';
import { MAX_VALUES_IN_ALL } from './limits.ts';
import { Address, isAddressItem } from './verify-request.ts';

/** One of several that were brought together: it is refused by itself. */
export type GivenItem = Result<Given, Failure>;

/** Many credentials and addresses in one call. Refused as a whole only where they cost more than a call may. */
export function givenList(items: readonly unknown[]): Result<readonly GivenItem[], Failure> {
  const list = items.map(givenItem);
  const values = list.reduce((sum, item) => sum + valuesOf(item), 0);
  if (values <= MAX_VALUES_IN_ALL) return ok(list);
  const detail = `They hold more than ${MAX_VALUES_IN_ALL} values together: send fewer in one call.`;
  return refuse({ reason: 'request_invalid', issues: [{ pointer: '/credentials', detail }] });
}

function givenItem(item: unknown, place: number): GivenItem {
  if (!isAddressItem(item)) return givenJson(item);
  const address = Address.safeParse(item);
  if (address.success) return ok({ kind: 'address', address: address.data.url });
  const detail = 'An address begins with https:// and is at most 2048 characters long.';
  const pointer = `/credentials/${place}/url`;
  return refuse({ reason: 'request_invalid', issues: [{ pointer, detail }] });
}

function valuesOf(item: GivenItem): number {
  return item.ok && item.value.kind === 'credential' ? item.value.values : 0;
}

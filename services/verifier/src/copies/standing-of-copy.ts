import type { NoFiles } from '@laurel/contracts/verifier-rpc';
import { credentialIdIn } from '@laurel/core/addresses';
import { stringAt } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { CheckName } from '@laurel/core/verdict';
import { verifyOurs } from '@laurel/verification/ours/verify-ours';
import { type Presented, readPresented } from '@laurel/verification/read';
import { registryOf } from '../record/registry.ts';
import type { Visible } from '../record/visible-credential.ts';

/** A copy that was handed over, read; its id is what it says of itself, and nobody has verified it yet. */
export type Copy = {
  readonly text: string;
  readonly presented: Presented;
  readonly id: string;
};

/** Null for what is no credential of this service by its own words. */
export function copyIn(text: string, origin: string): Copy | null {
  const presented = readPresented(text);
  if (!presented.ok) return null;
  const id = credentialIdIn(origin, stringAt(presented.value.credential, 'id') ?? '');
  return id === null ? null : { text, presented: presented.value, id };
}

/** What may stand against a copy that is ours: it has ended since, or its days are over. */
const OF_LATER: readonly CheckName[] = ['status', 'time'];

/**
 * Whether a copy was signed here, by the path on which copies of strangers are verified, and may be relied on:
 * what was suspended, revoked or withdrawn is answered as that, and of what is not ours nothing is told.
 */
export async function standingOfCopy<Found extends Visible>(
  { presented }: Copy,
  found: Found | undefined,
  origin: string,
  nowSeconds: number,
): Promise<Result<Found, NoFiles>> {
  if (found === undefined) return refuse('not_ours');
  const { checks } = await verifyOurs(presented, registryOf(found, origin), nowSeconds);
  const isOurs =
    checks.some(({ check, result }) => check === 'proof' && result === 'pass') &&
    checks.every(({ check, result }) => result !== 'fail' || OF_LATER.includes(check));
  if (!isOurs) return refuse('not_ours');
  const { state } = found.row;
  return state === 'active' || state === 'superseded' ? ok(found) : refuse(state);
}

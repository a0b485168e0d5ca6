import type { listGrants } from './grants.ts';

/** Another person needs some time to renew a grant. */
const SOON_SECONDS = 30 * 86_400;

export type ListedGrant = Awaited<ReturnType<typeof listGrants>>[number];

/** What a member should know of grants that end soon. */
export type GrantsEnding = {
  /** The member’s own. */
  readonly own: readonly ListedGrant[];
  /** Everybody else’s. */
  readonly others: readonly ListedGrant[];
  /** Admins but the member: who can renew the member’s grants. */
  readonly admins: readonly ListedGrant[];
  /** When the last admin grant of all ends, if that is soon: nobody can give grants after it. */
  readonly lastAdminEndsAtSeconds: number | null;
};

/** What ends within 30 days, the first to end first. `grants` are all that an issuer has now. */
export function grantsEnding(
  grants: readonly ListedGrant[],
  accountId: string,
  nowSeconds: number,
): GrantsEnding {
  const soon = nowSeconds + SOON_SECONDS;
  const ending = grants
    .filter(({ endsAtSeconds }) => endsAtSeconds <= soon)
    .sort((one, other) => one.endsAtSeconds - other.endsAtSeconds);
  const admins = grants.filter(({ grant }) => grant === 'admin');
  const last = Math.max(0, ...admins.map(({ endsAtSeconds }) => endsAtSeconds));
  return {
    own: ending.filter((one) => one.accountId === accountId),
    others: ending.filter((one) => one.accountId !== accountId),
    admins: admins.filter((one) => one.accountId !== accountId),
    lastAdminEndsAtSeconds: last > 0 && last <= soon ? last : null,
  };
}

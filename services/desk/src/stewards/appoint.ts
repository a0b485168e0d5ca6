import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { accounts, stewards } from '@laurel/store/private/desk';
import { asc, eq, gt } from 'drizzle-orm';
import { SERVICE_TRAIL } from '../audit/service-trail.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import type { FoundAccount } from '../members/find-account.ts';
import { keepName } from '../members/grants.ts';
import { namesOf } from './applications.ts';

const SECONDS_PER_DAY = 86_400;

export type Steward = {
  readonly accountId: string;
  /** Null where it is not known here. */
  readonly username: string | null;
  /** Null for those whom the settings of the deployment name: they end there alone. */
  readonly endsAtSeconds: number | null;
};

/** Everybody who reviews issuers, those first whom the settings name. */
export async function listStewards(desk: Desk): Promise<readonly Steward[]> {
  const appointed = await desk.store
    .select({
      accountId: stewards.accountId,
      username: accounts.username,
      endsAtSeconds: stewards.endsAtSeconds,
    })
    .from(stewards)
    .leftJoin(accounts, eq(accounts.id, stewards.accountId))
    .where(gt(stewards.endsAtSeconds, desk.nowSeconds))
    .orderBy(asc(accounts.username), stewards.accountId);
  const names = await namesOf(desk, desk.firstStewards);
  const first = desk.firstStewards.map((accountId) => ({
    accountId,
    username: names.get(accountId) ?? null,
    endsAtSeconds: null,
  }));
  return [...first, ...appointed];
}

/** Appoints a steward until a day, or renews one. Nobody renews themselves. */
export async function appointSteward(
  desk: Desk,
  steward: string,
  account: FoundAccount,
  days: number,
): Promise<Result<null, Failure>> {
  if (account.id === steward) return refuse({ reason: 'own_grant' });
  const { store, nowSeconds } = desk;
  const entry = auditing(desk, {
    issuer: SERVICE_TRAIL,
    actor: steward,
    act: 'steward_added',
    subject: { account: account.id },
    details: { days },
  });
  const given = {
    addedBy: steward,
    addedAtSeconds: nowSeconds,
    endsAtSeconds: nowSeconds + days * SECONDS_PER_DAY,
  };
  await store.batch([
    entry.before,
    store
      .insert(stewards)
      .values({ accountId: account.id, ...given })
      .onConflictDoUpdate({ target: stewards.accountId, set: given }),
    entry.after,
    ...keepName(desk, account),
  ]);
  return ok(null);
}

/** Ends the work of a steward at once. False where the account is none that was appointed here. */
export async function endSteward(desk: Desk, steward: string, accountId: string): Promise<boolean> {
  const entry = auditing(
    desk,
    {
      issuer: SERVICE_TRAIL,
      actor: steward,
      act: 'steward_ended',
      subject: { account: accountId },
    },
    { ifChanged: true },
  );
  const [, ended] = await desk.store.batch([
    entry.before,
    desk.store
      .delete(stewards)
      .where(eq(stewards.accountId, accountId))
      .returning({ accountId: stewards.accountId }),
    entry.after,
  ]);
  return ended.length > 0;
}

import { stewards } from '@laurel/store/private/desk';
import { and, eq, gt } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** True for an account that reviews issuers: named by the deployment's settings, or added by a steward. */
export async function isSteward(desk: Desk, accountId: string): Promise<boolean> {
  if (desk.firstStewards.includes(accountId)) return true;
  const [added] = await desk.store
    .select({ accountId: stewards.accountId })
    .from(stewards)
    .where(and(eq(stewards.accountId, accountId), gt(stewards.endsAtSeconds, desk.nowSeconds)));
  return added !== undefined;
}

import { applications } from '@laurel/store/private/desk';
import { and, inArray, lt } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** An applicant can read the answer for so long. */
const KEPT_SECONDS = 180 * 86_400;

/** Deletes applications that came to nothing, with the accounts that they name. */
export async function forgetApplications({ store, nowSeconds }: Desk): Promise<void> {
  await store
    .delete(applications)
    .where(
      and(
        inArray(applications.state, ['refused', 'withdrawn']),
        lt(applications.decidedAtSeconds, nowSeconds - KEPT_SECONDS),
      ),
    );
}

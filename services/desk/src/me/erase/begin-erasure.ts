import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { logDefect } from '@laurel/observing/log-defect';
import { grants, outbox, sessions } from '@laurel/store/private/desk';
import type { OutboxTask } from '@laurel/store/private/outbox';
import { and, eq, sql } from 'drizzle-orm';
import { workTask } from '../../awarding/outbox.ts';
import type { Desk } from '../../env.ts';
import { freshId } from '../../fresh-id.ts';
import { endRecognition } from './end-recognition.ts';

/** A sweep leaves it to the request that asked for it for this long. */
const GRACE_SECONDS = 30;

/**
 * Signs somebody out everywhere, ends their grants and awards, and has everything about them erased: at
 * once where it is little, else by the outbox. The last admin of an issuer hands over first.
 */
export async function beginErasure(desk: Desk, accountId: string): Promise<Result<null, Failure>> {
  const { store, nowSeconds } = desk;
  const id = freshId();
  const task: OutboxTask = { task: 'erase_account', accountId };
  const begun = sql`exists (select 1 from outbox where id = ${id})`;
  await store.batch([
    store.insert(outbox).select(sql`
      select ${id}, ${JSON.stringify(task)}, ${nowSeconds + GRACE_SECONDS}, 0, 0
      where not exists (select 1 from grants where account_id = ${accountId} and "grant" = 'admin'
        and ends_at_seconds > ${nowSeconds}
        and not exists (select 1 from grants as other where other.issuer = grants.issuer
          and other."grant" = 'admin' and other.account_id <> ${accountId}
          and other.ends_at_seconds > ${nowSeconds}))`),
    ...endRecognition(desk, accountId, begun),
    store.delete(grants).where(and(eq(grants.accountId, accountId), begun)),
    store.delete(sessions).where(and(eq(sessions.accountId, accountId), begun)),
  ]);
  const [written] = await store.select({ id: outbox.id }).from(outbox).where(eq(outbox.id, id));
  if (written === undefined) return refuse({ reason: 'last_admin' });
  await workTask(desk, id).catch((defect: unknown) => logDefect(defect));
  return ok(null);
}

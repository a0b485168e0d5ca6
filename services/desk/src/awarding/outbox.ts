import { MAX_PROMPT_JWTS } from '@laurel/contracts/signer-rpc';
import { timed } from '@laurel/observing/timed';
import { outbox } from '@laurel/store/private/desk';
import type { OutboxTask } from '@laurel/store/private/outbox';
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { endFormerName } from '../account-names/end-former-name.ts';
import { lookAtNames } from '../account-names/look-at-names.ts';
import { workEnd, workEndorse } from '../endorsements/work.ts';
import type { Desk } from '../env.ts';
import { publishIssuer } from '../issuers/publish-issuer.ts';
import { workErasure } from '../me/erase/work-erasure.ts';
import { lookUpRows } from '../sheets/look-up-rows.ts';
import { tellOfRevocation } from '../webhooks/tell-of-awards.ts';
import { awardsOfRows } from './awards-of-rows.ts';
import { countTask } from './count-task.ts';
import { asNewWork } from './new-work.ts';
import { revokeBatchRows } from './revoke-batch-rows.ts';
import { workRows } from './work-rows.ts';

/**
 * Longer than a task takes, unless Wikimedia hardly answers: then two may work the same rows at once,
 * which awards once all the same. A task that was cut off is free again after this.
 */
const LEASE_SECONDS = 120;

/** A task that failed is tried again after this, doubled with every attempt. */
const FIRST_RETRY_SECONDS = 30;
const MAX_RETRY_SECONDS = 3_600;

/**
 * What one tick works by itself at most, so that nothing waits for a queue that is down. A cron has 30
 * seconds of processor time, and each task calls the signer two times (Cloudflare Workers, "Limits").
 */
const MAX_PER_SWEEP = 10;

/** What one tick hands to the queue at most; hints that come twice find the work leased or done. */
const MAX_HINTED = 500;

/** Works one task of the outbox, if it is still there and nobody else is at it. */
export async function workTask(desk: Desk, outboxId: string): Promise<void> {
  const { nowSeconds, store } = desk;
  const ofTask = eq(outbox.id, outboxId);
  const [row] = await store
    .update(outbox)
    .set({
      leasedUntilSeconds: nowSeconds + LEASE_SECONDS,
      attempts: sql`${outbox.attempts} + 1`,
    })
    .where(and(ofTask, lte(outbox.leasedUntilSeconds, nowSeconds)))
    .returning();
  if (row === undefined) return;
  const tryAgainAfter = (seconds: number) =>
    store
      .update(outbox)
      .set({ leasedUntilSeconds: 0, dueAtSeconds: nowSeconds + seconds })
      .where(ofTask);
  const worked = await timed(() => perform(desk, row.task));
  countTask(desk, row, worked);
  if (!worked.ok) {
    const doubled = FIRST_RETRY_SECONDS * 2 ** (row.attempts - 1);
    await tryAgainAfter(Math.min(doubled, MAX_RETRY_SECONDS));
    throw worked.defect;
  }
  const left = worked.answer;
  if (left === null) await store.delete(outbox).where(ofTask);
  else if (typeof left === 'number') await tryAgainAfter(left);
  else await store.update(outbox).set(asNewWork(desk, left)).where(ofTask);
  if (left === 0 || typeof left === 'object') await desk.hint([outboxId]);
}

/**
 * Works what is due because its hint was lost, or because it was cut off, and hints anew at what one
 * tick does not come to. One failure stops no other. Each task has the clock read anew, as its lease
 * begins then.
 */
export async function sweepOutbox(deskNow: () => Desk): Promise<void> {
  const desk = deskNow();
  const due = await desk.store
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        lte(outbox.dueAtSeconds, desk.nowSeconds),
        lte(outbox.leasedUntilSeconds, desk.nowSeconds),
      ),
    )
    .orderBy(asc(outbox.dueAtSeconds))
    .limit(MAX_PER_SWEEP + MAX_HINTED);
  await desk.hint(due.slice(MAX_PER_SWEEP).map(({ id }) => id));
  const defects: unknown[] = [];
  for (const { id } of due.slice(0, MAX_PER_SWEEP)) {
    await workTask(deskNow(), id).catch((defect: unknown) => defects.push(defect));
  }
  if (defects.length > 0) throw new AggregateError(defects, 'work of the outbox failed');
}

/** Null when done; the seconds after which to go on, 0 for at once; or what is to be done after it. */
async function perform(desk: Desk, task: OutboxTask): Promise<number | OutboxTask | null> {
  switch (task.task) {
    case 'award_rows': {
      const worked = await workRows(desk, task);
      if (!worked.ok) return worked.failure.retryAfterSeconds;
      // Behind what waits by then: first everybody has what is signed at once.
      return worked.value.length > MAX_PROMPT_JWTS ? { ...task, task: 'complete_jwts' } : null;
    }
    case 'complete_jwts':
      await desk.signer.completeJwts(await awardsOfRows(desk, task));
      return null;
    case 'standing': {
      const stood = await desk.signer.stand(task.awardId);
      if (!stood.ok) throw new Error(`a standing was refused: ${stood.failure.reason}`);
      return null;
    }
    case 'revoke_batch':
      await tellOfRevocation(desk, await revokeBatchRows(desk, task));
      return null;
    case 'erase_account':
      return workErasure(desk, task.accountId);
    case 'endorse':
      return workEndorse(desk, task.endorsementId);
    case 'end_endorsement':
      return workEnd(desk, task.endorsementId);
    case 'look_at_names':
      return lookAtNames(desk);
    case 'end_former_name':
      return endFormerName(desk, task);
    case 'publish_issuer':
      await publishIssuer(desk, task.issuer);
      return null;
    case 'publish_seats':
      await desk.signer.publishOpenSeats(task.issuer);
      return null;
    case 'publish_logo':
      await desk.signer.setLogo(task.issuer, task.logo);
      return null;
    case 'resolve_sheet': {
      const looked = await lookUpRows(desk, task);
      if (!looked.ok) return looked.failure.retryAfterSeconds;
      return looked.value === 0 ? null : 0;
    }
    case 'publish_achievement':
      await desk.signer.publishAchievements([task.achievementId]);
      return null;
    case 'publish_map':
      await desk.signer.publishMap(task.issuer, task.map);
      return null;
    case 'revoke': {
      const revoked = await desk.signer.revoke(task.awardId);
      if (!revoked.ok) throw new Error(`a revocation was refused: ${revoked.failure.reason}`);
      await tellOfRevocation(desk, [task.awardId]);
      return null;
    }
  }
}

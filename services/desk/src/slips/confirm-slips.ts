import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { accounts, batches, slips } from '@laurel/store/private/desk';
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { acceptBatch, type BatchOrder } from '../awarding/accept-batch.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import type { SlipSheet } from './slip-values.ts';

/** Slips by the numbers printed on them, or all that wait. */
export type WhichSlips = readonly number[] | 'everybody';

type WaitingSlip = {
  readonly number: number;
  readonly accountId: string;
  readonly username: string;
};

/**
 * Confirms slips that people have shown: they become the recipients of one batch, in the transaction
 * that takes the slips. Confirming them again, or from two places at once, gives the batch that they
 * are in. One's own slip is left for another member: out of everybody's silently, by its number refused.
 */
export async function confirmSlips(
  desk: Desk,
  actor: Actor,
  sheet: SlipSheet,
  which: WhichSlips,
): Promise<Result<string, Failure>> {
  const waiting = await waitingSlips(desk, sheet, which);
  const others = waiting.filter(({ accountId }) => accountId !== actor.accountId);
  const hasOwn = others.length < waiting.length;
  if (hasOwn && (which !== 'everybody' || others.length === 0)) {
    return refuse({ reason: 'own_slip' });
  }
  if (others.length === 0) {
    const before = await newestBatch(desk, sheet, which);
    return before === null ? refuse({ reason: 'slips_none_waiting' }) : ok(before);
  }
  const key = `slips:${freshId()}`;
  try {
    return await acceptBatch(
      desk,
      actor,
      orderOf(sheet, others),
      { key, bodyHash: key },
      takingOf(desk, actor, sheet, others, key),
    );
  } catch (error) {
    const left = await waitingSlips(desk, sheet, which);
    if (JSON.stringify(left) === JSON.stringify(waiting)) throw error;
    return confirmSlips(desk, actor, sheet, which);
  }
}

function ofSheet(sheet: SlipSheet, which: WhichSlips): SQL | undefined {
  const ofAll = eq(slips.sheetId, sheet.id);
  return which === 'everybody' ? ofAll : and(ofAll, inArray(slips.number, inSet(which)));
}

async function waitingSlips(
  { store }: Desk,
  sheet: SlipSheet,
  which: WhichSlips,
): Promise<readonly WaitingSlip[]> {
  const rows = await store
    .select({ number: slips.number, accountId: slips.accountId, username: accounts.username })
    .from(slips)
    .leftJoin(accounts, eq(accounts.id, slips.accountId))
    .where(and(ofSheet(sheet, which), eq(slips.state, 'presented')))
    .orderBy(asc(slips.number));
  return rows.map(({ number, accountId, username }) => ({
    number,
    accountId: accountId ?? '',
    username: username ?? '',
  }));
}

/** The latest batch that any of these slips went into: what a second press of the button has done. */
async function newestBatch(
  { store }: Desk,
  sheet: SlipSheet,
  which: WhichSlips,
): Promise<string | null> {
  const [row] = await store
    .select({ id: batches.id })
    .from(slips)
    .innerJoin(batches, eq(batches.id, slips.batchId))
    .where(ofSheet(sheet, which))
    .orderBy(desc(batches.createdAtSeconds), desc(batches.id))
    .limit(1);
  return row?.id ?? null;
}

function orderOf(sheet: SlipSheet, people: readonly WaitingSlip[]): BatchOrder {
  const { period, hours, evidence, ...terms } = sheet.terms;
  return {
    ...terms,
    evidence: [...evidence],
    period: period ?? undefined,
    hours: hours ?? undefined,
    achievement: sheet.achievementSlug,
    label: sheet.label,
    recipients: people.map(({ username, accountId }) => ({ username, accountId })),
  };
}

/**
 * Takes exactly these slips from exactly these people, while they are alive, or breaks the transaction
 * it is in: where fewer rows changed, a slip is inserted a second time, which its key forbids.
 */
function takingOf(
  desk: Desk,
  actor: Actor,
  sheet: SlipSheet,
  people: readonly WaitingSlip[],
  key: string,
) {
  const { store, nowSeconds } = desk;
  const entry = auditing(desk, {
    issuer: sheet.issuer,
    actor: actor.accountId,
    act: 'slip_confirmed',
    subject: sheet.id,
    details: { slips: people.length, numbers: people.map(({ number }) => number).join(' ') },
  });
  return [
    entry.before,
    store
      .update(slips)
      .set({
        state: 'confirmed',
        accountId: null,
        batchId: sql`(select batch_id from idempotency_keys
          where issuer = ${sheet.issuer} and key = ${key})`,
      })
      .where(sql`sheet_id = ${sheet.id} and state = 'presented'
        and exists (select 1 from slip_sheets
          where id = ${sheet.id} and ends_at_seconds > ${nowSeconds})
        and exists (select 1 from json_each(${JSON.stringify(people)}) as wanted
          where wanted.value ->> 'number' = slips.number
            and wanted.value ->> 'accountId' = slips.account_id)`),
    store.insert(slips).select(sql`
      select sheet_id, number, code, state, account_id, presented_at_seconds, batch_id
      from slips where sheet_id = ${sheet.id} and changes() <> ${people.length} limit 1`),
    entry.after,
  ] as const;
}

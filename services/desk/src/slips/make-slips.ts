import type { Failure } from '@laurel/core/failure';
import type { IssuerFace } from '@laurel/core/issuer';
import { ok, type Result, refuse } from '@laurel/core/result';
import { SLIP_DAYS } from '@laurel/core/slip-code';
import type { AwardTerms } from '@laurel/store/private/batches';
import { slipSheets, slips } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { mayAward } from '../acting/awarding.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { type SheetTerms, settleTerms } from '../sheets/settle-terms.ts';
import { drawCodes } from './draw-codes.ts';

const SECONDS_PER_DAY = 86_400;

/** A code that is drawn can be one that there is: then all are drawn anew, so often at most. */
const MOST_DRAWS = 5;

export type SlipOrder = SheetTerms & { readonly size: number };

/** Makes a sheet of blank slips for an achievement and event, checked as a batch will be; its id. */
export async function makeSlips(
  desk: Desk,
  actor: Actor,
  issuer: Pick<IssuerFace, 'kind' | 'demonstration'>,
  order: SlipOrder,
): Promise<Result<string, Failure>> {
  if (issuer.kind !== 'community') return refuse({ reason: 'issuer_may_not_award' });
  const settled = await settleTerms(desk, actor.issuer, issuer, order);
  if (!settled.ok) return settled;
  const { achievement, terms } = settled.value;
  const may = mayAward(actor, achievement.facts.slug);
  if (!may.ok) return may;
  const id = freshId();
  const sheet = {
    id,
    issuer: actor.issuer,
    achievementId: achievement.id,
    achievementSlug: achievement.facts.slug,
    terms: { ...UNSAID, ...terms, consent: 'ask' } as const,
    label: order.label,
    size: order.size,
    createdBy: actor.accountId,
    createdAtSeconds: desk.nowSeconds,
    endsAtSeconds: desk.nowSeconds + SLIP_DAYS * SECONDS_PER_DAY,
  };
  await write(desk, actor, sheet, MOST_DRAWS);
  return ok(id);
}

const UNSAID = {
  period: null,
  hours: null,
  evidence: [],
  disclosure: 'account',
  mayIncludeMinors: false,
} as const satisfies Partial<AwardTerms>;

async function write(
  desk: Desk,
  actor: Actor,
  sheet: typeof slipSheets.$inferInsert,
  draws: number,
): Promise<void> {
  const { store } = desk;
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: 'slips_printed',
    subject: sheet.id,
    details: { size: sheet.size },
  });
  const codes = drawCodes(sheet.size);
  try {
    await store.batch([
      entry.before,
      store.insert(slipSheets).values(sheet),
      store.insert(slips).select(sql`
        select ${sheet.id}, key + 1, value, 'blank', null, null, null
        from json_each(${JSON.stringify(codes)}) where true`),
      entry.after,
    ]);
  } catch (error) {
    if (draws <= 1) throw error;
    await write(desk, actor, sheet, draws - 1);
  }
}

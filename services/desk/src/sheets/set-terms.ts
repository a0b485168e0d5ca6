import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { sheets } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { mayAward } from '../acting/awarding.ts';
import type { Desk } from '../env.ts';
import { type SheetTerms, settleTerms } from './settle-terms.ts';
import type { DeskSheet } from './sheet-values.ts';

/** Sets what is awarded to a list's people, and how. Checked as the batch will be. */
export async function setTerms(
  desk: Desk,
  actor: Actor,
  sheet: DeskSheet,
  issuer: { readonly demonstration: boolean },
  given: SheetTerms,
): Promise<Result<null, Failure>> {
  const settled = await settleTerms(desk, sheet.issuer, issuer, given);
  if (!settled.ok) return settled;
  const { achievement, terms } = settled.value;
  const may = mayAward(actor, achievement.facts.slug);
  if (!may.ok) return may;
  await desk.store
    .update(sheets)
    .set({ achievementSlug: achievement.facts.slug, label: given.label, terms })
    .where(eq(sheets.id, sheet.id));
  return ok(null);
}

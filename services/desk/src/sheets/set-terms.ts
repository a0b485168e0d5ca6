import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { AwardTerms } from '@laurel/store/private/batches';
import { sheets } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import { findAchievement } from '../awarding/find-achievement.ts';
import { checkTerms } from '../awarding/terms.ts';
import type { Desk } from '../env.ts';
import type { DeskSheet } from './sheet-values.ts';

export type SheetTerms = {
  /** The achievement's slug, its id or its address. */
  readonly achievement: string;
  readonly label: string;
  readonly terms: Partial<AwardTerms>;
};

/** Sets what is awarded to a list's people, and how. Checked as the batch will be. */
export async function setTerms(
  desk: Desk,
  sheet: DeskSheet,
  issuer: { readonly demonstration: boolean },
  { achievement, label, terms }: SheetTerms,
): Promise<Result<null, Failure>> {
  const found = await findAchievement(desk, sheet.issuer, achievement);
  if (found === null) return refuse({ reason: 'achievement_unknown', pointer: '/achievement' });
  const { slug, kind } = found.facts;
  if (kind === 'role' && (terms.period ?? null) === null) {
    const detail = 'A role needs its start and its planned end.';
    return refuse({ reason: 'request_invalid', issues: [{ pointer: '/period', detail }] });
  }
  const language = terms.language ?? found.facts.sourceLanguage;
  const order = { achievement: slug, language, recipients: [] };
  const checked = checkTerms(order, found.facts, issuer);
  if (!checked.ok) return checked;
  await desk.store
    .update(sheets)
    .set({ achievementSlug: slug, label, terms: { ...terms, language } })
    .where(eq(sheets.id, sheet.id));
  return ok(null);
}

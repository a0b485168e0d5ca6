import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { AwardTerms } from '@laurel/store/private/batches';
import { type FoundAchievement, findAchievement } from '../awarding/find-achievement.ts';
import { checkTerms } from '../awarding/terms.ts';
import type { Desk } from '../env.ts';
import { checkShareOut } from '../share-outs/check.ts';

/** What is to be awarded to people who are not known yet, and how. */
export type SheetTerms = {
  /** The achievement's slug, its id or its address. */
  readonly achievement: string;
  readonly label: string;
  readonly terms: Partial<AwardTerms>;
};

export type SettledTerms = {
  readonly achievement: FoundAchievement;
  readonly terms: Partial<AwardTerms> & { readonly language: string };
};

/** Checks terms as the batch will be, and says the language where nobody did. */
export async function settleTerms(
  desk: Desk,
  issuerSlug: string,
  issuer: { readonly demonstration: boolean },
  { achievement: named, terms }: SheetTerms,
): Promise<Result<SettledTerms, Failure>> {
  const achievement = await findAchievement(desk, issuerSlug, named);
  if (achievement === null) {
    return refuse({ reason: 'achievement_unknown', pointer: '/achievement' });
  }
  const { slug, kind, sourceLanguage } = achievement.facts;
  if (kind === 'role' && (terms.period ?? null) === null) {
    const detail = 'A role needs its start and its planned end.';
    return refuse({ reason: 'request_invalid', issues: [{ pointer: '/period', detail }] });
  }
  const language = terms.language ?? sourceLanguage;
  const order = { achievement: slug, language, recipients: [] };
  const checked = checkTerms(order, achievement.facts, issuer);
  if (!checked.ok) return checked;
  const promised = await checkShareOut(desk, issuerSlug, achievement.facts, terms);
  return promised.ok ? ok({ achievement, terms: { ...terms, language } }) : promised;
}

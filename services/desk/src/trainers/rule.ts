import type { Achievement } from '@laurel/core/achievement';
import type { TrainerBeginning } from '@laurel/core/trainer';
import { trainerRules } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import { currentAchievements } from '../awarding/find-achievement.ts';
import type { Desk } from '../env.ts';

/** What whoever completes a training may award. */
export type TrainerRule = {
  /** Slugs. */
  readonly mayAward: readonly string[];
  readonly months: number;
  readonly begins: TrainerBeginning;
  /** The account of the admin who set it. */
  readonly setBy: string;
};

/** The rule of a training; null where whoever completes it may award nothing. */
export async function findRule(
  { store }: Desk,
  issuer: string,
  achievementSlug: string,
): Promise<TrainerRule | null> {
  const [found] = await store
    .select({
      mayAward: trainerRules.mayAward,
      months: trainerRules.months,
      begins: trainerRules.begins,
      setBy: trainerRules.setBy,
    })
    .from(trainerRules)
    .where(ofTraining(issuer, achievementSlug));
  return found ?? null;
}

/** The row of one training of an issuer. */
export function ofTraining(issuer: string, achievementSlug: string) {
  return and(eq(trainerRules.issuer, issuer), eq(trainerRules.achievementSlug, achievementSlug));
}

/** What trainers can be let award: whatever is awarded now and is no role, makes no trainers, and is not this one. */
export async function trainable(
  desk: Desk,
  issuer: string,
  achievementSlug: string,
): Promise<readonly Achievement[]> {
  const rules = await desk.store
    .select({ slug: trainerRules.achievementSlug })
    .from(trainerRules)
    .where(eq(trainerRules.issuer, issuer));
  const makeTrainers = new Set([achievementSlug, ...rules.map(({ slug }) => slug)]);
  return (await currentAchievements(desk, issuer)).filter(
    ({ slug, kind }) => kind !== 'role' && !makeTrainers.has(slug),
  );
}

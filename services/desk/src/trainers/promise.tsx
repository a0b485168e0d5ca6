import type { Achievement } from '@laurel/core/achievement';
import type { Reader } from '@laurel/http/reader';
import { isolated } from '@laurel/i18n/isolated';
import { currentAchievements } from '../awarding/find-achievement.ts';
import type { Desk } from '../env.ts';
import type { HolderAward } from '../me/holder-award.ts';
import { nameIn } from '../me/localised.tsx';
import { AchievementNames } from './achievement-names.tsx';
import { findRule, type TrainerRule } from './rule.ts';

/** What accepting an award lets its holder award. */
export type TrainingPromise = {
  readonly rule: TrainerRule;
  readonly achievements: readonly Achievement[];
};

/** What comes with an offer, for whom it was made to; null where nothing does. */
export async function trainingPromise(
  desk: Desk,
  { award }: HolderAward,
): Promise<TrainingPromise | null> {
  const rule = await findRule(desk, award.issuer, award.achievementSlug);
  if (rule === null) return null;
  return { rule, achievements: await currentAchievements(desk, award.issuer) };
}

type PromiseNoteProps = {
  readonly held: HolderAward;
  readonly promise: TrainingPromise | null;
  readonly reader: Reader;
};

/** Says it before anything is accepted. */
export function TrainingPromiseNote({ held, promise, reader }: PromiseNoteProps) {
  if (promise === null) return null;
  const { message } = reader.messages;
  const { rule, achievements } = promise;
  const issuer = isolated(nameIn(held.issuer.names, reader));
  return (
    <section class="card" aria-labelledby="trainer">
      <h2 id="trainer">{message('trainers-promise-title')}</h2>
      <p>{message('trainers-promise', issuer, rule.months)}</p>
      <AchievementNames slugs={rule.mayAward} achievements={achievements} reader={reader} />
      <p>{message(`trainers-promise-${rule.begins}`)}</p>
      <p>{message('trainers-promise-leave')}</p>
    </section>
  );
}

import type { Achievement } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { trainers } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import { currentAchievements } from '../awarding/find-achievement.ts';
import type { Desk } from '../env.ts';
import type { HolderAward } from '../me/holder-award.ts';
import { deskPath } from '../page/desk-page.tsx';
import { AchievementNames } from './achievement-names.tsx';
import { stateOn } from './reach.ts';

/** What somebody may award by an award of theirs. */
export type OwnTraining = {
  readonly how: 'waiting' | 'given' | 'rests' | 'over';
  readonly mayAward: readonly string[];
  readonly endsAtSeconds: number;
  readonly achievements: readonly Achievement[];
};

/** What the holder of an award may award by it; null where it never made them a trainer. */
export async function ownTraining(desk: Desk, { award }: HolderAward): Promise<OwnTraining | null> {
  const [found] = await desk.store
    .select({
      state: stateOn(desk.nowSeconds),
      mayAward: trainers.mayAward,
      endsAtSeconds: trainers.endsAtSeconds,
    })
    .from(trainers)
    .where(eq(trainers.awardId, award.id));
  if (found === undefined) return null;
  const { state, mayAward, endsAtSeconds } = found;
  const stands =
    award.state === 'accepted' && award.suspendedAtSeconds === null && award.supersededBy === null;
  const isOver = state === 'ended' || (state === 'given' && endsAtSeconds <= desk.nowSeconds);
  return {
    how: isOver ? 'over' : stands ? state : 'rests',
    mayAward,
    endsAtSeconds,
    achievements: await currentAchievements(desk, award.issuer),
  };
}

type OwnTrainingProps = {
  readonly held: HolderAward;
  readonly training: OwnTraining | null;
  readonly reader: Reader;
};

/** What they may award and until when, and the way to step down from it. */
export function OwnTrainingSection({ held, training, reader }: OwnTrainingProps) {
  if (training === null) return null;
  const { message, language } = reader.messages;
  const { how, mayAward, endsAtSeconds, achievements } = training;
  const { id, issuer } = held.award;
  return (
    <section class="card" aria-labelledby="trainer">
      <h2 id="trainer">{message('trainers-own-title')}</h2>
      {how === 'given' ? (
        <>
          <p>{message('trainers-own-given', longDate(dayOf(endsAtSeconds), language))}</p>
          <AchievementNames slugs={mayAward} achievements={achievements} reader={reader} />
          <p>
            <a class="button" href={linkTo(deskPath(issuer), reader)}>
              {message('trainers-own-desk')}
            </a>
          </p>
        </>
      ) : (
        <p>{message(`trainers-own-${how}`)}</p>
      )}
      {how !== 'over' && (
        <details>
          <summary>{message('trainers-step-down')}</summary>
          <form method="post" action={linkTo(`/me/awards/${id}/trainer/end`, reader)}>
            <p>{message('trainers-step-down-means')}</p>
            <button type="submit" class="quieter">
              {message('trainers-step-down')}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}

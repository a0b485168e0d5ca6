import type { Achievement } from '@laurel/core/achievement';
import type { Reader } from '@laurel/http/reader';
import { isolated } from '@laurel/i18n/isolated';
import { longDate } from '@laurel/i18n/long-date';
import { findAchievement } from '../awarding/find-achievement.ts';
import type { Desk } from '../env.ts';
import type { HolderAward } from '../me/holder-award.ts';
import { nameIn } from '../me/localised.tsx';
import { AchievementNames } from '../trainers/achievement-names.tsx';

/** The achievement that recognises what an award’s holder promises; null where nothing is promised. */
export async function promisedRecognition(
  desk: Desk,
  { award }: HolderAward,
): Promise<readonly Achievement[] | null> {
  if (award.shareOut === null) return null;
  const found = await findAchievement(desk, award.issuer, award.shareOut.achievement);
  return found === null ? [] : [found.facts];
}

type ShareOutNoteProps = {
  readonly held: HolderAward;
  readonly recognition: readonly Achievement[] | null;
  readonly reader: Reader;
};

/** Says before an award is accepted what its holder promises with it. */
export function ShareOutNote({ held, recognition, reader }: ShareOutNoteProps) {
  const { shareOut } = held.award;
  if (shareOut === null || recognition === null) return null;
  const { message, language } = reader.messages;
  const issuer = isolated(nameIn(held.issuer.names, reader));
  return (
    <section class="card" aria-labelledby="share-out">
      <h2 id="share-out">{message('share-out-promise-title')}</h2>
      <p>{message('share-out-promise', longDate(shareOut.until, language))}</p>
      <AchievementNames slugs={[shareOut.achievement]} achievements={recognition} reader={reader} />
      <p>{message('share-out-late')}</p>
      <p class="quiet small">{message('share-out-who-sees', issuer)}</p>
    </section>
  );
}

import type { Achievement } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { AwardFacts } from '../me/award-facts.tsx';
import type { HolderAward } from '../me/holder-award.ts';
import { Localised, nameIn } from '../me/localised.tsx';
import { ShareOutNote } from '../share-outs/promise-note.tsx';
import { type TrainingPromise, TrainingPromiseNote } from '../trainers/promise.tsx';
import { CorrectionNote } from './correction-note.tsx';

type OfferProps = {
  readonly held: HolderAward;
  /** What it corrects; null for an award that corrects none. */
  readonly before: HolderAward | null;
  /** What its holder may then award; null where nothing. */
  readonly training: TrainingPromise | null;
  /** What recognises what they promise; null where nothing is promised. */
  readonly recognition: readonly Achievement[] | null;
  readonly reader: Reader;
};

/** An open offer, for the account that it was made to. */
export function Offer({ held, before, training, recognition, reader }: OfferProps) {
  const { award, achievement, issuer } = held;
  const { message, language } = reader.messages;
  const path = `/claim/${award.claimCode}`;
  return (
    <>
      <p class="over">{message('claim-title', nameIn(issuer.names, reader))}</p>
      <h1>
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      </h1>
      {before !== null && <CorrectionNote held={held} before={before} reader={reader} />}
      <AwardFacts held={held} reader={reader} />
      <ShareOutNote held={held} recognition={recognition} reader={reader} />
      <TrainingPromiseNote held={held} promise={training} reader={reader} />
      <section class="card" aria-labelledby="decide">
        <h2 id="decide">{message('claim-decide')}</h2>
        <p>{message('claim-accept-means')}</p>
        <form method="post" action={linkTo(`${path}/accept`, reader)}>
          <button type="submit">{message('claim-accept')}</button>
        </form>
        <p>{message('claim-decline-means')}</p>
        <form method="post" action={linkTo(`${path}/decline`, reader)}>
          <button type="submit" class="quieter">
            {message('claim-decline')}
          </button>
        </form>
        <p>
          <a class="step" href={linkTo('/me?done=later', reader)}>
            {message('claim-later')}
          </a>
        </p>
        <p class="quiet small">
          {message('claim-open-until', longDate(dayOf(award.lapsesAtSeconds), language))}
        </p>
      </section>
      <details>
        <summary>{message('claim-not-right')}</summary>
        <p>{message('claim-report-means')}</p>
        <p>
          <a class="step" href={linkTo(`${path}/report`, reader)}>
            {message('claim-report')}
          </a>
        </p>
        <p>{message('claim-mute-means')}</p>
        <form method="post" action={linkTo(`${path}/mute`, reader)}>
          <button type="submit" class="quieter">
            {message('claim-mute')}
          </button>
        </form>
      </details>
    </>
  );
}

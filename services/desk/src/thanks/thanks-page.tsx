import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { Localised } from '../me/localised.tsx';
import { deskPath } from '../page/desk-page.tsx';
import { Paging } from '../page/paging.tsx';
import type { IssuersThanks } from './issuers-thanks.ts';

type ThanksPageProps = {
  readonly issuer: string;
  readonly thanks: readonly IssuersThanks[];
  readonly total: number;
  readonly page: number;
  readonly reader: Reader;
};

/** What people said who were recognised, for members alone. Nothing is counted, and nothing compared. */
export function ThanksPage({ issuer, thanks, total, page, reader }: ThanksPageProps) {
  const { message } = reader.messages;
  const path = deskPath(issuer, '/thanks');
  return (
    <>
      <h1>{message('desk-section-thanks')}</h1>
      <p>{message('thanks-list-lead')}</p>
      {total === 0 && <p class="lead">{message('thanks-list-none')}</p>}
      <ul class="people">
        {thanks.map((one) => (
          <OneThanks one={one} issuer={issuer} reader={reader} />
        ))}
      </ul>
      <Paging page={page} total={total} path={path} reader={reader} />
    </>
  );
}

type OneThanksProps = {
  readonly one: IssuersThanks;
  readonly issuer: string;
  readonly reader: Reader;
};

function OneThanks({ one, issuer, reader }: OneThanksProps) {
  const { message, language } = reader.messages;
  const { awardId, username, words, achievement, writtenAtSeconds } = one;
  return (
    <li>
      <a href={linkTo(deskPath(issuer, `/awards/${awardId}`), reader)}>
        {username === null ? message('awards-nameless') : <Person name={username} />}
      </a>
      <blockquote class="story" dir="auto">
        {words}
      </blockquote>
      <p class="quiet small">
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
        {' · '}
        {longDate(dayOf(writtenAtSeconds), language)}
      </p>
    </li>
  );
}

type ThanksNoteProps = {
  /** Empty where nobody wrote any. */
  readonly words: string;
  readonly reader: Reader;
};

/** On the page of an award: what its holder said. */
export function ThanksNote({ words, reader }: ThanksNoteProps) {
  const { message } = reader.messages;
  return words === '' ? null : (
    <section aria-labelledby="thanks">
      <h2 id="thanks">{message('thanks-of-holder')}</h2>
      <blockquote class="story" dir="auto">
        {words}
      </blockquote>
      <p class="quiet small">{message('thanks-private')}</p>
    </section>
  );
}

import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import type { AccountToCompare } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { credentialOptions } from '../me/choose-credentials.tsx';
import type { HolderAward } from '../me/holder-award.ts';
import { Localised } from '../me/localised.tsx';
import type { OwnCredential } from '../me/own-credentials.ts';
import { Done } from '../page/done.tsx';
import type { Mistakes } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { type AskFields, AskForm } from './ask-form.tsx';
import type { OwnEndorsement } from './own-endorsements.ts';
import { Told } from './told.tsx';

export const HOLDER_DONE = ['asked', 'accepted', 'ended'] as const;

type AwardEndorsementsProps = {
  readonly held: HolderAward;
  /** All credentials of the award. */
  readonly own: readonly OwnCredential[];
  readonly endorsements: readonly OwnEndorsement[];
  readonly fields: AskFields;
  readonly mistakes: Mistakes;
  readonly near: readonly AccountToCompare[];
  readonly failure: Failure | null;
  readonly done: (typeof HOLDER_DONE)[number] | undefined;
  readonly reader: Reader;
};

/** What others say of an award of somebody's: what they were asked, what they wrote, and what is shown. */
export function AwardEndorsements(props: AwardEndorsementsProps) {
  const { held, own, endorsements, failure, done, reader } = props;
  const { award, achievement } = held;
  const { message } = reader.messages;
  const standing = own.filter(canBeEndorsed);
  return (
    <>
      <p class="over">
        <a href={linkTo(`/me/awards/${award.id}`, reader)}>
          <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
        </a>
      </p>
      <h1>{message('endorse-own-title')}</h1>
      <Done sentence={done === undefined ? null : message(`endorse-done-${done}`)} />
      <p class="lead">{message('endorse-own-lead')}</p>
      {endorsements.map((one) => (
        <Entry one={one} own={own} reader={reader} />
      ))}
      <h2>{message('endorse-ask-title')}</h2>
      <RefusalNote failure={failure} reader={reader} />
      {standing.length === 0 ? (
        <p>{message('endorse-ask-nothing')}</p>
      ) : (
        <AskForm awardId={award.id} {...props} own={standing} />
      )}
    </>
  );
}

/** True of a credential that somebody can say something about now. */
export function canBeEndorsed({ credential }: OwnCredential): boolean {
  return credential.state === 'active' && !credential.linkRetired;
}

type EntryProps = {
  readonly one: OwnEndorsement;
  readonly own: readonly OwnCredential[];
  readonly reader: Reader;
};

function Entry({ one, own, reader }: EntryProps) {
  const { message, language } = reader.messages;
  const { endorsement, state, username } = one;
  const { id, credentialId, lapsesAtSeconds } = endorsement;
  const about = own.filter(({ credential }) => credential.credentialId === credentialId);
  const [option] = own.length > 1 ? credentialOptions(about, reader) : [];
  const name = `endorser-${id}`;
  return (
    <article class="card" id={`endorsement-${id}`} aria-labelledby={name}>
      <h2 id={name}>
        {username === null ? message('endorse-somebody') : <Person name={username} />}
      </h2>
      {option !== undefined && <p class="quiet small">{option.help}</p>}
      {state === 'asked' && (
        <p>
          {message('endorse-state-asked')}{' '}
          <span class="quiet small">
            {message('endorse-lapses', longDate(dayOf(lapsesAtSeconds), language))}
          </span>
        </p>
      )}
      {(state === 'written' || state === 'accepted') && <Told of={endorsement} reader={reader} />}
      {state === 'written' && <p class="note">{message('endorse-read-before')}</p>}
      {state === 'accepted' && (
        <p>
          {message('endorse-state-accepted')}{' '}
          {about.some(({ credential }) => credential.visible) && (
            <a href={linkTo(`/c/${credentialId}/endorsements`, reader)}>
              {message('endorse-open-list')}
            </a>
          )}
        </p>
      )}
      <div class="actions">
        {state === 'written' && (
          <form method="post" action={linkTo(`/me/endorsements/${id}/accept`, reader)}>
            <button type="submit" aria-describedby={name}>
              {message('endorse-accept')}
            </button>
          </form>
        )}
        <form method="post" action={linkTo(`/me/endorsements/${id}/end`, reader)}>
          <button type="submit" class="quieter" aria-describedby={name}>
            {message(
              `endorse-end-${state === 'written' || state === 'accepted' ? state : 'asked'}`,
            )}
          </button>
        </form>
      </div>
    </article>
  );
}

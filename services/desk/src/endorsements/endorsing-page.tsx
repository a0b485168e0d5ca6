import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { Localised } from '../me/localised.tsx';
import { Done } from '../page/done.tsx';
import type { Ask } from './own-endorsements.ts';
import { Told } from './told.tsx';

export const ENDORSER_DONE = ['written', 'declined', 'taken_back', 'muted', 'shown'] as const;

type EndorsingPageProps = {
  readonly asks: readonly Ask[];
  readonly muted: readonly { readonly accountId: string; readonly username: string | null }[];
  readonly done: (typeof ENDORSER_DONE)[number] | undefined;
  readonly reader: Reader;
};

/** What somebody is asked to say of others, and what they have said. */
export function EndorsingPage({ asks, muted, done, reader }: EndorsingPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('endorsing-title')}</h1>
      <Done sentence={done === undefined ? null : message(`endorsing-done-${done}`)} />
      <p class="lead">{message(asks.length === 0 ? 'endorsing-nothing' : 'endorsing-lead')}</p>
      {asks.map((one) => (
        <Entry ask={one} reader={reader} />
      ))}
      {muted.length > 0 && <h2>{message('endorsing-muted')}</h2>}
      {muted.map(({ accountId, username }) => (
        <form method="post" action={linkTo('/me/endorsing/show', reader)} class="card">
          <p id={`muted-${accountId}`}>
            {username === null ? message('endorse-somebody') : <Person name={username} />}
          </p>
          <input type="hidden" name="account" value={accountId} />
          <button type="submit" class="quieter" aria-describedby={`muted-${accountId}`}>
            {message('endorsing-show')}
          </button>
        </form>
      ))}
    </>
  );
}

function Entry({ ask, reader }: { readonly ask: Ask; readonly reader: Reader }) {
  const { message, language } = reader.messages;
  const { endorsement } = ask;
  const { id, state } = endorsement;
  const name = `ask-${id}`;
  return (
    <article class="card" aria-labelledby={name}>
      <h2 id={name}>
        <AskedAbout ask={ask} reader={reader} />
      </h2>
      <WhoAsks ask={ask} reader={reader} />
      {state !== 'asked' && <Told of={endorsement} reader={reader} />}
      <p>
        {message(
          `endorsing-state-${state === 'written' || state === 'accepted' ? state : 'asked'}`,
        )}{' '}
        {state !== 'accepted' && (
          <span class="quiet small">
            {message('endorse-lapses', longDate(dayOf(endorsement.lapsesAtSeconds), language))}
          </span>
        )}
      </p>
      {state !== 'accepted' && (
        <p>
          <a class="button" href={linkTo(`/me/endorsing/${id}`, reader)} aria-describedby={name}>
            {message(state === 'asked' ? 'endorsing-open' : 'endorsing-change')}
          </a>
        </p>
      )}
      {state !== 'asked' && (
        <form method="post" action={linkTo(`/me/endorsing/${id}/take-back`, reader)}>
          <p class="quiet small">
            {message(`endorsing-take-back-${state === 'accepted' ? state : 'written'}`)}
          </p>
          <button type="submit" class="grave" aria-describedby={name}>
            {message('endorsing-take-back')}
          </button>
        </form>
      )}
    </article>
  );
}

type AskProps = { readonly ask: Ask; readonly reader: Reader };

/** The name of what is to be endorsed. */
export function AskedAbout({ ask: { achievement }, reader }: AskProps) {
  return <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />;
}

/** Who asks, and whose award it is about. */
export function WhoAsks({ ask, reader }: AskProps) {
  const { message, language } = reader.messages;
  const { periodStart, periodEnd } = ask;
  return (
    <p>
      {message('endorsing-asked-by')}{' '}
      {ask.username === null ? message('endorse-somebody') : <Person name={ask.username} />}
      {' · '}
      <Localised texts={ask.issuerNames} reader={reader} />
      {periodStart !== '' && (
        <>
          {' · '}
          {longDate(periodStart, language)} – {longDate(periodEnd, language)}
        </>
      )}
    </p>
  );
}

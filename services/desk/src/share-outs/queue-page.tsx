import { MAX_SHARE_OUT_ANSWER } from '@laurel/contracts/share-out-requests';
import type { Achievement } from '@laurel/core/achievement';
import type { Reader } from '@laurel/http/reader';
import { isolated } from '@laurel/i18n/isolated';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { Text } from '@laurel/pages/text';
import { nameOf } from '../achievements/achievement-page.ts';
import type { Member } from '../acting/member.ts';
import { languageName } from '../me/language-name.ts';
import { deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { TextArea } from '../page/fields.tsx';
import type { PromisedShareOut } from './list.ts';

/** Words that were refused, with the promise that they were for. */
export type RefusedWords = {
  readonly awardId: string;
  readonly typed: string;
  readonly mistake: string;
};

type ShareOutsPageProps = {
  readonly member: Member;
  readonly promises: readonly PromisedShareOut[];
  readonly achievements: readonly Achievement[];
  readonly done: string | null;
  readonly refused: RefusedWords | null;
  readonly reader: Reader;
};

/** What was promised to an issuer: what waits for an answer, what is open, what is past its day, what was done. */
export function ShareOutsPage({ promises, done, ...props }: ShareOutsPageProps) {
  const { message } = props.reader.messages;
  const lists = {
    given: promises.filter(({ state }) => state === 'given'),
    open: promises.filter(({ state, isPast }) => state === 'open' && !isPast),
    past: promises.filter(({ state, isPast }) => state === 'open' && isPast),
    done: promises.filter(({ state }) => state === 'done'),
  };
  return (
    <>
      <h1>{message('desk-section-share-outs')}</h1>
      <Done sentence={done} />
      <p class="lead">{message('share-outs-lead')}</p>
      {promises.length === 0 && <p>{message('share-outs-none')}</p>}
      {(['given', 'open', 'past', 'done'] as const)
        .filter((list) => lists[list].length > 0)
        .map((list) => (
          <section aria-labelledby={list}>
            <h2 id={list}>{message(`share-outs-${list}`)}</h2>
            <ul class="people">
              {lists[list].map((promise) => (
                <Entry promise={promise} {...props} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

type EntryProps = Omit<ShareOutsPageProps, 'promises' | 'done'> & {
  readonly promise: PromisedShareOut;
};

function Entry({ promise, achievements, reader, ...answering }: EntryProps) {
  const { messages } = reader;
  const { username, until, url, language, promisedWith, state, isOwn } = promise;
  const facts = achievements.find(({ slug }) => slug === promisedWith);
  return (
    <li>
      <strong>
        {username === null ? messages.message('awards-nameless') : <Person name={username} />}
      </strong>
      <p class="quiet small">
        {messages.message('share-outs-from')}{' '}
        {facts === undefined ? (
          <code dir="ltr">{promisedWith}</code>
        ) : (
          <Text {...nameOf(facts, reader)} />
        )}
        {' · '}
        {messages.message('share-outs-until', longDate(until, messages.language))}
      </p>
      {url !== null && (
        <p>
          <a href={url} dir="ltr" rel="noreferrer">
            {url}
          </a>{' '}
          {language !== null && (
            <span class="quiet small">
              {messages.message('share-outs-in-language', languageName(language, false, messages))}
            </span>
          )}
        </p>
      )}
      {state === 'given' && isOwn && <p class="note">{messages.message('share-outs-own')}</p>}
      {state === 'given' && !isOwn && (
        <Answer promise={promise} achievements={achievements} reader={reader} {...answering} />
      )}
    </li>
  );
}

function Answer({ promise, achievements, member, refused, reader }: EntryProps) {
  if (!member.scopes.has('nominations:review')) return null;
  const { message } = reader.messages;
  const path = deskPath(member.issuer, `/share-outs/${promise.awardId}`);
  const facts = achievements.find(({ slug }) => slug === promise.achievement);
  const name = facts === undefined ? promise.achievement : nameOf(facts, reader).text;
  const own = refused?.awardId === promise.awardId ? refused : null;
  return (
    <>
      <form method="post" action={linkTo(`${path}/award`, reader)}>
        <p class="small">{message('share-outs-thank-means', isolated(name))}</p>
        <button type="submit">{message('share-outs-thank')}</button>
      </form>
      <details open={own !== null}>
        <summary>{message('share-outs-again')}</summary>
        <form method="post" action={linkTo(`${path}/again`, reader)}>
          <TextArea
            name="answer"
            label={message('share-outs-again-words')}
            value={own?.typed ?? ''}
            mistake={own?.mistake}
            rows={3}
            maxlength={MAX_SHARE_OUT_ANSWER}
          />
          <button type="submit" class="quieter">
            {message('share-outs-again')}
          </button>
        </form>
      </details>
    </>
  );
}

import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Member } from '../acting/member.ts';
import type { OpenHandOver } from '../hand-overs/list-hand-overs.ts';
import { Localised } from '../me/localised.tsx';
import { deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { Paging } from '../page/paging.tsx';
import type { TermException } from './exceptions.ts';
import type { RunningTerm } from './list-terms.ts';
import type { TermReminder } from './reminders.ts';

type TermsPageProps = {
  readonly member: Member;
  readonly terms: readonly RunningTerm[];
  readonly exceptions: readonly TermException[];
  readonly handOvers: readonly OpenHandOver[];
  /** Those that no admin has put away. */
  readonly reminders: readonly TermReminder[];
  readonly total: number;
  readonly page: number;
  readonly done: string | null;
  readonly reader: Reader;
};

/** The terms of an issuer’s roles that run, and the exceptions to their policies, for its members. */
export function TermsPage(props: TermsPageProps) {
  const { member, terms, exceptions, handOvers, reminders, total, page, done, reader } = props;
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('desk-section-terms')}</h1>
      <Done sentence={done} />
      <p>{message('terms-lead')}</p>
      {total === 0 && <p class="lead">{message('terms-none')}</p>}
      <ul class="people">
        {terms.map((one) => (
          <OneTerm
            one={one}
            isReminded={reminders.some(({ awardId }) => awardId === one.awardId)}
            member={member}
            reader={reader}
          />
        ))}
      </ul>
      <Paging page={page} total={total} path={deskPath(member.issuer, '/terms')} reader={reader} />
      <p>
        <a href={linkTo(deskPath(member.issuer, '/terms/calendar'), reader)}>
          {message('calendar-title')}
        </a>
      </p>
      {handOvers.length > 0 && (
        <section aria-labelledby="hand-overs">
          <h2 id="hand-overs">{message('hand-over-open')}</h2>
          <ul class="people">
            {handOvers.map((one) => (
              <OneHandOver one={one} issuer={member.issuer} reader={reader} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="exceptions">
        <h2 id="exceptions">{message('terms-exceptions')}</h2>
        <p>
          {message(exceptions.length === 0 ? 'terms-exceptions-none' : 'terms-exceptions-lead')}
        </p>
        <ul class="people">
          {exceptions.map((one) => (
            <OneException one={one} member={member} reader={reader} />
          ))}
        </ul>
      </section>
    </>
  );
}

type OneTermProps = {
  readonly one: RunningTerm;
  readonly isReminded: boolean;
  readonly member: Member;
  readonly reader: Reader;
};

function OneTerm({ one, isReminded, member, reader }: OneTermProps) {
  const { message, language } = reader.messages;
  const { awardId, username, achievement, term, number, excepted } = one;
  const { issuer } = member;
  return (
    <li>
      <a id={`term-${awardId}`} href={linkTo(deskPath(issuer, `/awards/${awardId}`), reader)}>
        {username === null ? message('awards-nameless') : <Person name={username} />}
      </a>
      <p>
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
        {' · '}
        {message(
          'days-range',
          longDate(term.period.start, language),
          longDate(term.period.end, language),
        )}
      </p>
      <p class="quiet small">
        {message('terms-number', number)}
        {excepted && <> · {message('terms-excepted')}</>}
        {term.state === 'on_break' && <> · {message('terms-on-break')}</>}
      </p>
      {isReminded && (
        <>
          <p>
            <span class="tag">{message('terms-ends-soon')}</span>
          </p>
          {member.scopes.has('issuer:write') && (
            <form
              method="post"
              action={linkTo(deskPath(issuer, `/terms/${awardId}/reminders`), reader)}
            >
              <button type="submit" class="quieter" aria-describedby={`term-${awardId}`}>
                {message('reminders-noted')}
              </button>
            </form>
          )}
        </>
      )}
    </li>
  );
}

type OneExceptionProps = {
  readonly one: TermException;
  readonly member: Member;
  readonly reader: Reader;
};

function OneException({ one, member, reader }: OneExceptionProps) {
  const { message, language } = reader.messages;
  const { id, username, achievement, why, until, recordedBy } = one;
  const path = deskPath(member.issuer, `/terms/exceptions/${id}/withdraw`);
  return (
    <li>
      <p>
        {username === null ? message('awards-nameless') : <Person name={username} />}
        {' · '}
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      </p>
      <blockquote class="story" dir="auto">
        {why}
      </blockquote>
      <p class="quiet small">
        {message('terms-exception-until', longDate(until, language))}
        {recordedBy !== null && (
          <>
            {' · '}
            {message('terms-exception-by')} <Person name={recordedBy} />
          </>
        )}
      </p>
      {member.scopes.has('issuer:write') && (
        <form method="post" action={linkTo(path, reader)}>
          <button
            type="submit"
            class="quieter"
            aria-label={`${message('terms-exception-withdraw')}: ${username ?? ''}`}
          >
            {message('terms-exception-withdraw')}
          </button>
        </form>
      )}
    </li>
  );
}

type OneHandOverProps = {
  readonly one: OpenHandOver;
  readonly issuer: string;
  readonly reader: Reader;
};

function OneHandOver({ one, issuer, reader }: OneHandOverProps) {
  const { message } = reader.messages;
  const { awardId, username, achievement, whole } = one;
  return (
    <li>
      <a href={linkTo(deskPath(issuer, `/awards/${awardId}/hand-over`), reader)}>
        {username === null ? message('awards-nameless') : <Person name={username} />}
      </a>
      <p>
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
        {whole && (
          <>
            {' '}
            <span class="tag">{message('hand-over-whole')}</span>
          </>
        )}
      </p>
    </li>
  );
}

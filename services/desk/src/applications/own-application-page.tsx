import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { deskPath } from '../page/desk-page.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { TextList } from '../texts/text-list.tsx';
import type { Application } from './own-applications.ts';

type OwnApplicationProps = {
  readonly application: Application;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** How an application stands, what the stewards said, and the way to take it back. */
export function OwnApplicationPage({ application, failure, reader }: OwnApplicationProps) {
  const { message, language } = reader.messages;
  const { id, state, slug, answer, createdAtSeconds } = application;
  return (
    <>
      <p class="over">{message('application-label')}</p>
      <h1>
        <bdi dir="ltr">{slug}</bdi>
      </h1>
      <RefusalNote failure={failure} reader={reader} />
      <section class={state === 'accepted' ? 'note done' : 'note'} role="status">
        <p>
          <strong>{message(`application-state-${state}`)}</strong>
        </p>
        <p>{message(`application-means-${state}`)}</p>
        {answer !== null && (
          <p dir="auto" class="answer">
            {answer}
          </p>
        )}
        {(state === 'refused' || state === 'withdrawn') && (
          <p>
            <a class="button quieter" href={linkTo(`/desk/apply?again=${id}`, reader)}>
              {message('application-again')}
            </a>
          </p>
        )}
        {state === 'accepted' && (
          <p class="actions">
            <a class="button" href={linkTo(deskPath(slug), reader)}>
              {message('application-open-desk')}
            </a>
            <a class="button quieter" href={linkTo(deskPath(slug, '/members'), reader)}>
              {message('application-add-members')}
            </a>
          </p>
        )}
      </section>
      <ApplicationFacts application={application} reader={reader} />
      <p class="quiet small">
        {message('application-sent', longDate(dayOf(createdAtSeconds), language))}
      </p>
      {state === 'waiting' && (
        <details>
          <summary>{message('application-withdraw')}</summary>
          <form method="post" action={linkTo(`/desk/applications/${id}/withdraw`, reader)}>
            <p>{message('application-withdraw-means')}</p>
            <button type="submit" class="grave">
              {message('application-withdraw')}
            </button>
          </form>
        </details>
      )}
    </>
  );
}

type FactsProps = { readonly application: Application; readonly reader: Reader };

function ApplicationFacts({ application, reader }: FactsProps) {
  const { message } = reader.messages;
  return (
    <>
      <TextList texts={application} />
      <dl>
        <dt>{message('apply-proof')}</dt>
        <dd>
          <a href={application.proofUrl} rel="noreferrer nofollow" dir="ltr">
            {application.proofUrl}
          </a>
        </dd>
        <dt>{message('apply-contacts')}</dt>
        <dd>
          <ul class="plain">
            {application.contacts.map(({ accountId, username }) => (
              <li>
                {username === null ? (
                  <code dir="ltr">{accountId}</code>
                ) : (
                  <Person name={username} />
                )}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </>
  );
}

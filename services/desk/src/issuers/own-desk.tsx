import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { deskIssuers } from '@laurel/store/private/desk';
import type { Application } from '../applications/own-applications.ts';
import { Localised } from '../me/localised.tsx';
import { deskPath } from '../page/desk-page.tsx';

type OwnDeskProps = {
  readonly issuers: readonly (typeof deskIssuers.$inferSelect)[];
  readonly applications: readonly Application[];
  /** How many applications wait for a steward; null for those who are none. */
  readonly toReview: number | null;
  readonly reader: Reader;
};

/** What somebody has to do with issuers, and what anybody can do. */
export function OwnDesk({ issuers, applications, toReview, reader }: OwnDeskProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('desk-nav-desk')}</h1>
      {toReview !== null && (
        <p class="note">
          <a href={linkTo('/desk/stewards', reader)}>{message('desk-to-review', toReview)}</a>
        </p>
      )}
      {issuers.length === 0 && <p>{message('desk-no-issuer')}</p>}
      <ul class="people">
        {issuers.map(({ slug, names }) => (
          <li>
            <a href={linkTo(deskPath(slug), reader)}>
              <Localised texts={names} reader={reader} />
            </a>
          </li>
        ))}
      </ul>
      {applications.length > 0 && (
        <section aria-labelledby="applications">
          <h2 id="applications">{message('desk-applications')}</h2>
          <ul class="people">
            {applications.map(({ id, slug, names, state }) => (
              <li>
                <a href={linkTo(`/desk/applications/${id}`, reader)}>
                  <Localised texts={names} reader={reader} />
                </a>{' '}
                <span class="tag">{message(`application-state-${state}`)}</span>
                <p class="quiet small">
                  <bdi dir="ltr">{slug}</bdi>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{message('desk-nominate')}</h2>
      <p>{message('desk-nominate-lead')}</p>
      <p>
        <a class="button quieter" href={linkTo('/desk/nominate', reader)}>
          {message('desk-nominate')}
        </a>
      </p>
      <h2>{message('apply-title')}</h2>
      <p>{message('apply-lead')}</p>
      <p>
        <a class="button quieter" href={linkTo('/desk/apply', reader)}>
          {message('desk-apply')}
        </a>
      </p>
    </>
  );
}

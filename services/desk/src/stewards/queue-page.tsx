import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { Application } from '../applications/own-applications.ts';
import { Localised } from '../me/localised.tsx';
import { Paging } from '../page/paging.tsx';
import { REVIEWED_STATES, type ReviewedState } from './applications.ts';

type QueuePageProps = {
  readonly state: ReviewedState;
  readonly applications: readonly Application[];
  readonly page: number;
  readonly total: number;
  readonly reader: Reader;
};

/** Applications in one state: who waits longest stands first. */
export function QueuePage({ state, applications, page, total, reader }: QueuePageProps) {
  const { message, language } = reader.messages;
  const pathOf = (one: ReviewedState) => `/desk/stewards?state=${one}`;
  return (
    <>
      <h1>{message('stewards-title')}</h1>
      <StewardsMenu reader={reader} />
      <nav aria-label={message('stewards-states')}>
        <ul class="plain row">
          {REVIEWED_STATES.map((one) => (
            <li>
              <a
                href={linkTo(pathOf(one), reader)}
                {...(one === state ? { 'aria-current': 'page' } : {})}
              >
                {message(`application-state-${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {total === 0 && <p>{message('stewards-none')}</p>}
      <ul class="people">
        {applications.map(({ id, slug, names, createdAtSeconds }) => (
          <li>
            <a href={linkTo(`/desk/stewards/applications/${id}`, reader)}>
              <Localised texts={names} reader={reader} />
            </a>
            <p class="quiet small">
              <bdi dir="ltr">{slug}</bdi>
              {' · '}
              {message('application-sent', longDate(dayOf(createdAtSeconds), language))}
            </p>
          </li>
        ))}
      </ul>
      <Paging page={page} total={total} path={pathOf(state)} reader={reader} />
    </>
  );
}

/** The ways between what stewards do. */
export function StewardsMenu({ reader }: { readonly reader: Reader }) {
  const { message } = reader.messages;
  const links = [
    ['/desk/stewards', message('stewards-queue')],
    ['/desk/stewards/grants', message('stewards-people')],
    ['/desk/stewards/issuers', message('stewards-without-admin')],
    ['/desk/stewards/keys', message('keys-title')],
    ['/desk/stewards/names', message('stewards-names')],
    ['/desk/stewards/reports', message('stewards-reports')],
    ['/desk/stewards/audit', message('desk-section-audit')],
  ] as const;
  return (
    <nav aria-label={message('stewards-menu')}>
      <ul class="plain row">
        {links.map(([path, label]) => (
          <li>
            <a href={linkTo(path, reader)}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

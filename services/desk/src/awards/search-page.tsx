import { AWARD_STATES_FOR_ISSUER } from '@laurel/core/award';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { Select, TextField } from '../page/fields.tsx';
import { PAGE_SIZE } from '../page/paging.tsx';
import type { FoundAward } from './search.ts';

type SearchFields = { readonly username: string; readonly state: string };

type SearchPageProps = {
  readonly issuer: string;
  readonly found: readonly FoundAward[];
  readonly total: number;
  readonly page: number;
  readonly fields: SearchFields;
  readonly done: string | null;
  readonly reader: Reader;
};

/** An issuer's awards, and a form to find some of them. A name goes in a form, never in an address. */
export function SearchPage(props: SearchPageProps) {
  const { issuer, found, total, page, fields, done, reader } = props;
  const { message, language } = reader.messages;
  const path = deskPath(issuer, '/awards');
  return (
    <>
      <h1>{message('desk-section-awards')}</h1>
      <Done sentence={done} />
      <form method="post" action={linkTo(path, reader)}>
        <TextField
          name="username"
          label={message('members-username')}
          value={fields.username}
          autocomplete="off"
        />
        <Select
          name="state"
          label={message('awards-state')}
          value={fields.state}
          options={[
            { value: '', label: message('awards-any-state') },
            ...AWARD_STATES_FOR_ISSUER.map((state) => ({
              value: state,
              label: message(`awards-state-${state}`),
            })),
          ]}
        />
        <button type="submit">{message('awards-search')}</button>
        <p role="status">{message('awards-found', total)}</p>
        <ul class="people">
          {found.map(({ id, username, achievementSlug, state, periodStart, periodEnd }) => (
            <li>
              <a href={linkTo(`${path}/${id}`, reader)}>
                {username === null ? message('awards-nameless') : <Person name={username} />}
              </a>
              <p class="small">
                <code dir="ltr">{achievementSlug}</code> · {message(`awards-state-${state}`)}
              </p>
              {periodStart !== '' && (
                <p class="quiet small">
                  {message(
                    'days-range',
                    longDate(periodStart, language),
                    longDate(periodEnd, language),
                  )}
                </p>
              )}
            </li>
          ))}
        </ul>
        {total > PAGE_SIZE && (
          <p class="actions">
            {page > 1 && (
              <button type="submit" name="page" value={String(page - 1)} class="quieter">
                {message('paging-previous')}
              </button>
            )}
            <span>{message('paging-position', page, Math.ceil(total / PAGE_SIZE))}</span>
            {page * PAGE_SIZE < total && (
              <button type="submit" name="page" value={String(page + 1)} class="quieter">
                {message('paging-next')}
              </button>
            )}
          </p>
        )}
      </form>
    </>
  );
}

import { AWARD_STATES_FOR_ISSUER } from '@laurel/core/award';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { Localised } from '../me/localised.tsx';
import { deskPath } from '../page/desk-page.tsx';
import { Select, TextField } from '../page/fields.tsx';
import { PAGE_SIZE, pagesIn } from '../page/paging.tsx';
import { AwardTags } from './award-tags.tsx';
import type { FoundAward } from './search.ts';

type SearchFields = { readonly username: string; readonly state: string };

type SearchPageProps = {
  readonly issuer: string;
  readonly found: readonly FoundAward[];
  readonly total: number;
  readonly page: number;
  readonly fields: SearchFields;
  readonly reader: Reader;
};

/** An issuer's awards, and a form to find some of them. A name goes in a form, never in an address. */
export function SearchPage(props: SearchPageProps) {
  const { issuer, found, total, page, fields, reader } = props;
  const { message, language } = reader.messages;
  const path = deskPath(issuer, '/awards');
  return (
    <>
      <h1>{message('desk-section-awards')}</h1>
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
          {found.map((award) => (
            <li>
              <a href={linkTo(`${path}/${award.id}`, reader)}>
                {award.username === null ? (
                  message('awards-nameless')
                ) : (
                  <Person name={award.username} />
                )}
              </a>
              <p class="small">
                <Localised
                  texts={award.achievement.name}
                  reader={reader}
                  source={award.achievement.sourceLanguage}
                />{' '}
                <AwardTags award={award} reader={reader} />
              </p>
              {award.periodStart !== '' && (
                <p class="quiet small">
                  {message(
                    'days-range',
                    longDate(award.periodStart, language),
                    longDate(award.periodEnd, language),
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
            <span>{message('paging-position', page, pagesIn(total))}</span>
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

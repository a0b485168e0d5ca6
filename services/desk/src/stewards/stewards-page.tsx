import { MAX_GRANT_DAYS } from '@laurel/contracts/member-requests';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { TextField } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import type { Steward } from './appoint.ts';
import { StewardsMenu } from './queue-page.tsx';

export type StewardFields = { readonly username: string; readonly days: string };

type StewardsPageProps = {
  readonly stewards: readonly Steward[];
  readonly fields: StewardFields;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** Who reviews issuers and until when, and the ways to change it. */
export function StewardsPage({ stewards, fields, failure, reader }: StewardsPageProps) {
  const { message, language } = reader.messages;
  return (
    <>
      <StewardsMenu reader={reader} />
      <h1>{message('stewards-people')}</h1>
      <RefusalNote failure={failure} reader={reader} />
      <ul class="people">
        {stewards.map(({ accountId, username, endsAtSeconds }) => (
          <li>
            <strong>
              {username === null ? <code dir="ltr">{accountId}</code> : <Person name={username} />}
            </strong>
            <p class="quiet small">
              {endsAtSeconds === null
                ? message('stewards-by-settings')
                : message('members-until', longDate(dayOf(endsAtSeconds), language))}
            </p>
            {endsAtSeconds !== null && (
              <details>
                <summary>{message('stewards-end')}</summary>
                <form method="post" action={linkTo('/desk/stewards/grants/end', reader)}>
                  <input type="hidden" name="account" value={accountId} />
                  <p>{message('stewards-end-means')}</p>
                  <button type="submit" class="grave">
                    {message('stewards-end')}
                  </button>
                </form>
              </details>
            )}
          </li>
        ))}
      </ul>
      <h2>{message('stewards-appoint')}</h2>
      <p>{message('stewards-appoint-lead')}</p>
      <form method="post" action={linkTo('/desk/stewards/grants', reader)}>
        <TextField
          name="username"
          label={message('members-username')}
          value={fields.username}
          required
          autocomplete="off"
        />
        <TextField
          name="days"
          label={message('tokens-days')}
          help={message('tokens-days-help', MAX_GRANT_DAYS)}
          inputmode="numeric"
          value={fields.days}
          required
        />
        <button type="submit">{message('stewards-appoint')}</button>
      </form>
    </>
  );
}

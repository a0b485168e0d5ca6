import type { AccountToCompare } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { OfferingIssuer } from '../../mentoring/offering.ts';
import { Comparing } from '../../sheets/person-row.tsx';
import { Localised } from '../localised.tsx';
import { type AskFields, valuesOfFields } from './ask-form.ts';

type CheckPageProps = {
  readonly issuer: OfferingIssuer;
  readonly account: AccountToCompare;
  readonly fields: AskFields;
  /** What there is to think of before: that whoever asks, or the mentor asked, has as many as they want. */
  readonly warning: 'full' | 'no-more' | null;
  readonly reader: Reader;
};

/** The last step: whether this is the person, and what happens then. All that was typed goes along. */
export function CheckPage({ issuer, account, fields, warning, reader }: CheckPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <Localised texts={issuer.names} reader={reader} />
      </p>
      <h1>{message('mentoring-check-title')}</h1>
      <p class="who">
        <Person name={account.username} />
      </p>
      <p>
        <Comparing account={account} reader={reader} />
      </p>
      {warning !== null && <p class="note">{message(`mentoring-check-${warning}`)}</p>}
      <p>{message('mentoring-check-means')}</p>
      <form method="post" action={linkTo(`/me/mentoring/ask/${issuer.slug}`, reader)}>
        {valuesOfFields(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="account" value={account.accountId} />
        <button type="submit" name="act" value="send">
          {message('mentoring-send')}
        </button>
        <button type="submit" name="act" value="change" class="quieter">
          {message('mentoring-change')}
        </button>
      </form>
    </>
  );
}

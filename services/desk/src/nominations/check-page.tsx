import type { Achievement } from '@laurel/core/achievement';
import type { AccountToCompare } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { Localised } from '../me/localised.tsx';
import { Comparing } from '../sheets/person-row.tsx';
import type { NominateFields } from './nominate-form.ts';
import type { NominatedIssuer } from './nominated-achievements.ts';

type CheckPageProps = {
  readonly issuer: NominatedIssuer;
  /** What the person is nominated for. */
  readonly achievement: Achievement;
  readonly account: AccountToCompare;
  readonly fields: NominateFields;
  readonly reader: Reader;
};

/** The last step: whether this is the person, and what happens then. All that was typed goes along. */
export function CheckPage({ issuer, achievement, account, fields, reader }: CheckPageProps) {
  const { message } = reader.messages;
  const { name, sourceLanguage } = achievement;
  return (
    <>
      <p class="over">
        <Localised texts={issuer.names} reader={reader} />
        {' · '}
        <Localised texts={name} reader={reader} source={sourceLanguage} />
      </p>
      <h1>{message('nominate-check-title')}</h1>
      <p class="who">
        <Person name={account.username} />
      </p>
      <p>
        <Comparing account={account} reader={reader} />
      </p>
      <p>{message('nominate-check-lead')}</p>
      <h2>{message('nominate-happens')}</h2>
      <ul>
        <li>{message('nominate-happens-private')}</li>
        <li>{message('nominate-happens-offer')}</li>
        <li>{message('nominate-happens-answer')}</li>
      </ul>
      <form method="post" action={linkTo(`/desk/nominate/${issuer.slug}`, reader)}>
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="account" value={account.accountId} />
        <button type="submit" name="act" value="send">
          {message('nominate-send')}
        </button>
        <button type="submit" name="act" value="change" class="quieter">
          {message('nominate-change')}
        </button>
      </form>
    </>
  );
}

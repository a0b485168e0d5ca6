import { ENDORSEMENT_DAYS } from '@laurel/core/endorsement';
import type { AccountToCompare } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { HolderAward } from '../me/holder-award.ts';
import { Localised } from '../me/localised.tsx';
import { Comparing } from '../sheets/person-row.tsx';
import type { AskFields } from './ask-form.tsx';

type CheckPageProps = {
  readonly held: HolderAward;
  readonly account: AccountToCompare;
  readonly fields: AskFields;
  readonly reader: Reader;
};

/** Whether this is the person, and what happens then. All that was typed goes along. */
export function CheckPage({ held, account, fields, reader }: CheckPageProps) {
  const { message } = reader.messages;
  const { award, achievement } = held;
  return (
    <>
      <p class="over">
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      </p>
      <h1>{message('endorse-check-title')}</h1>
      <p class="who">
        <Person name={account.username} />
      </p>
      <p>
        <Comparing account={account} reader={reader} />
      </p>
      <ul>
        <li>{message('endorse-happens-told')}</li>
        <li>{message('endorse-happens-free', ENDORSEMENT_DAYS)}</li>
        <li>{message('endorse-happens-you')}</li>
      </ul>
      <form method="post" action={linkTo(`/me/awards/${award.id}/endorsements`, reader)}>
        <input type="hidden" name="credential" value={fields.credential} />
        <input type="hidden" name="username" value={fields.username} />
        {fields.tell && <input type="hidden" name="tell" value="yes" />}
        <input type="hidden" name="account" value={account.accountId} />
        <button type="submit" name="act" value="send">
          {message('endorse-ask-send')}
        </button>
        <button type="submit" name="act" value="change" class="quieter">
          {message('nominate-change')}
        </button>
      </form>
    </>
  );
}

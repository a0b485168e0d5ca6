import { ENDORSEMENT_DAYS } from '@laurel/core/endorsement';
import type { AccountToCompare } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import type { HolderAward } from '../me/holder-award.ts';
import { Localised } from '../me/localised.tsx';
import { PersonCheck } from '../sheets/person-check.tsx';
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
    <PersonCheck
      over={
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      }
      title={message('endorse-check-title')}
      account={account}
      path={`/me/awards/${award.id}/endorsements`}
      fields={[
        ['credential', fields.credential],
        ['username', fields.username],
        ...(fields.tell ? [['tell', 'yes'] as const] : []),
      ]}
      send={message('endorse-ask-send')}
      change={message('nominate-change')}
      reader={reader}
    >
      <ul>
        <li>{message('endorse-happens-told')}</li>
        <li>{message('endorse-happens-free', ENDORSEMENT_DAYS)}</li>
        <li>{message('endorse-happens-you')}</li>
      </ul>
    </PersonCheck>
  );
}

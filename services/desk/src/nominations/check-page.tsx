import type { Achievement } from '@laurel/core/achievement';
import type { AccountToCompare } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import { Localised } from '../me/localised.tsx';
import { PersonCheck } from '../sheets/person-check.tsx';
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
    <PersonCheck
      over={
        <>
          <Localised texts={issuer.names} reader={reader} />
          {' · '}
          <Localised texts={name} reader={reader} source={sourceLanguage} />
        </>
      }
      title={message('nominate-check-title')}
      account={account}
      path={`/desk/nominate/${issuer.slug}`}
      fields={Object.entries(fields)}
      send={message('nominate-send')}
      change={message('nominate-change')}
      reader={reader}
    >
      <p>{message('nominate-check-lead')}</p>
      <h2>{message('nominate-happens')}</h2>
      <ul>
        <li>{message('nominate-happens-private')}</li>
        <li>{message('nominate-happens-offer')}</li>
        <li>{message('nominate-happens-answer')}</li>
      </ul>
    </PersonCheck>
  );
}

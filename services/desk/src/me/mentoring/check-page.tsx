import type { AccountToCompare } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import type { OfferingIssuer } from '../../mentoring/offering.ts';
import { PersonCheck } from '../../sheets/person-check.tsx';
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
    <PersonCheck
      over={<Localised texts={issuer.names} reader={reader} />}
      title={message('mentoring-check-title')}
      account={account}
      path={`/me/mentoring/ask/${issuer.slug}`}
      fields={valuesOfFields(fields)}
      send={message('mentoring-send')}
      change={message('mentoring-change')}
      reader={reader}
    >
      {warning !== null && <p class="note">{message(`mentoring-check-${warning}`)}</p>}
      <p>{message('mentoring-check-means')}</p>
    </PersonCheck>
  );
}

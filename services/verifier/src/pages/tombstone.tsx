import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { VisibleCredential } from '../record/visible-credential.ts';
import { Day } from './day.tsx';

type TombstoneProps = { readonly found: VisibleCredential; readonly reader: Reader };

/** What stays of a credential that is not to be relied on: its issuer and its day, and no person. */
export function Tombstone({ found, reader }: TombstoneProps) {
  const { messages } = reader;
  const { message } = messages;
  const { row, issuer } = found;
  const issuerName = textIn(issuer.face.names, [row.language]);
  return (
    <>
      <dl>
        <dt>{message('credential-issuer')}</dt>
        <dd>
          <a href={linkTo(`/issuers/${row.issuer}`, reader)}>
            <bdi lang={issuerName.language}>{issuerName.text}</bdi>
          </a>
        </dd>
        <dt>{message('credential-issued')}</dt>
        <dd>
          <Day day={row.validFrom.slice(0, 10)} messages={messages} />
        </dd>
      </dl>
      <p>{message('credential-nothing-more')}</p>
    </>
  );
}

import type { JsonObject } from '@laurel/core/json';
import type { Reader } from '@laurel/http/reader';
import { documentParts } from './document-parts.ts';
import { Fields } from './fields.tsx';
import { readFields } from './read-fields.ts';

type SignedDocumentProps = {
  /** Its signature is good: nothing else is called signed. */
  readonly credential: JsonObject;
  /** True where all of it is shown at once. */
  readonly open: boolean;
  readonly reader: Reader;
};

/** Every field of a credential of any issuer, in words, to be compared with a copy. */
export function SignedDocument({ credential, open, reader }: SignedDocumentProps) {
  const { message } = reader.messages;
  const { said, signing } = documentParts(credential);
  const how = readFields(signing);
  return (
    <>
      <details open={open}>
        <summary>{message('fields-title')}</summary>
        <p>{message('fields-lead')}</p>
        <Fields fields={readFields(said)} reader={reader} linked />
      </details>
      {how.length > 0 && (
        <details>
          <summary>{message('fields-proof')}</summary>
          <Fields fields={how} reader={reader} linked={false} />
        </details>
      )}
    </>
  );
}

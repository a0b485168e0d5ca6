import type { CredentialState } from '@laurel/core/verdict';
import type { Reader } from '@laurel/http/reader';

/** The forms by what their names end in, the longer endings first. */
const FORMS = [
  ['.pdf', 'pdf'],
  ['.bundle.json', 'bundle'],
  ['-vc-jose.jwt', 'jose'],
  ['.json', 'json'],
  ['.jwt', 'jwt'],
] as const;

type FileLinksProps = {
  /** Their names in the archive. */
  readonly files: readonly string[];
  readonly state: CredentialState;
  readonly reader: Reader;
};

/** Links to the files that an archive has of a certificate or a record, or why one of them is not there. */
export function FileLinks({ files, state, reader }: FileLinksProps) {
  const { message } = reader.messages;
  if (files.length === 0) return <p>{message('me-export-no-files')}</p>;
  const hasEnded = state === 'suspended' || state === 'revoked';
  return (
    <>
      {hasEnded && <p>{message('me-export-no-pdf')}</p>}
      <ul>
        {files.flatMap((name) => {
          const form = FORMS.find(([ending]) => name.endsWith(ending))?.[1];
          return form === undefined
            ? []
            : [
                <li>
                  <a href={name}>{message(`me-export-form-${form}`)}</a>
                </li>,
              ];
        })}
      </ul>
    </>
  );
}

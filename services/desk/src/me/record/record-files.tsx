import type { HeldRecord } from '@laurel/contracts/signer-rpc';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { filePath } from '../downloads.tsx';

/** The files of a record, the one that most systems take first. */
export const RECORD_FORMATS = ['json', 'jwt', 'bundle'] as const;

type RecordFilesProps = { readonly record: HeldRecord; readonly reader: Reader };

/**
 * While the link is off the files are behind a form that switches it on, which is said above it. While it is
 * on they are plain links, so that none can switch on again what was switched off elsewhere.
 */
export function RecordFiles({ record, reader }: RecordFilesProps) {
  const { recordId: id, visible, rsaReady } = record;
  const { message } = reader.messages;
  const formats = RECORD_FORMATS.filter((format) => format !== 'jwt' || rsaReady);
  return (
    <>
      <h4>{message('credential-download')}</h4>
      {visible ? (
        <div class="actions">
          {formats.map((format) => (
            <a class="button quieter" href={filePath(id, format)} download>
              {message(`credential-download-${format}`)}
            </a>
          ))}
        </div>
      ) : (
        <form method="post" action={linkTo(`/me/record/${id}/download`, reader)}>
          <p class="note">{message('me-download-switches-on')}</p>
          <div class="actions">
            {formats.map((format) => (
              <button type="submit" class="quieter" name="format" value={format}>
                {message(`credential-download-${format}`)}
              </button>
            ))}
          </div>
        </form>
      )}
    </>
  );
}

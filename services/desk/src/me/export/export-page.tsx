import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { INSIDE, NOT_INSIDE } from './what-is-inside.ts';

/** Where an archive is downloaded; `?part=` from 1. */
const ARCHIVE_PATH = '/me/export/archive.zip';

type ExportPageProps = {
  /** How many archives there are: one, unless somebody holds more than five hundred certificates. */
  readonly parts: number;
  readonly reader: Reader;
};

/** What is in the file with everything about somebody, before they download it. */
export function ExportPage({ parts, reader }: ExportPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('me-export-title')}</h1>
      <p class="lead">{message('me-export-lead')}</p>
      <p class="note">{message('me-export-safe')}</p>
      <p>{message('me-export-no-link')}</p>
      {parts > 1 && <p>{message('me-export-parts', parts)}</p>}
      <div class="actions">
        {Array.from({ length: parts }, (_, at) => (
          <a class="button" href={linkTo(`${ARCHIVE_PATH}?part=${at + 1}`, reader)} download>
            {parts === 1
              ? message('me-export-download')
              : message('me-export-download-part', at + 1, parts)}
          </a>
        ))}
      </div>
      <p class="quiet small">{message('me-export-broken')}</p>
      <h2>{message('me-export-inside')}</h2>
      <ul>
        {[...INSIDE, 'me-export-file-data' as const].map((key) => (
          <li>{message(key)}</li>
        ))}
      </ul>
      <h2>{message('me-export-outside')}</h2>
      <ul>
        {NOT_INSIDE.map((key) => (
          <li>{message(key)}</li>
        ))}
      </ul>
    </>
  );
}

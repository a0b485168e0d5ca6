import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { deskPath } from '../page/desk-page.tsx';
import { FileField, TextArea, TextField } from '../page/fields.tsx';
import { Paging } from '../page/paging.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import type { DeskSheet } from './sheet-values.ts';
import { sheetPath } from './steps.tsx';

/** What the organizer gave, to be shown again when it is refused. A file cannot be shown again. */
export type GivenList = { readonly text: string; readonly label: string };

type NewSheetProps = {
  readonly issuer: string;
  readonly given: GivenList;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** The first step: paste a list, or choose a file. */
export function NewSheet({ issuer, given, failure, reader }: NewSheetProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('sheets-title')}</h1>
      <p class="lead">{message('sheets-lead')}</p>
      <RefusalNote failure={failure} reader={reader} />
      <form
        method="post"
        enctype="multipart/form-data"
        action={linkTo(deskPath(issuer, '/sheets'), reader)}
      >
        <TextArea
          name="list"
          label={message('sheets-list')}
          help={message('sheets-list-help')}
          value={given.text}
          rows={8}
        />
        <FileField
          name="file"
          label={message('sheets-file')}
          help={message('sheets-file-help')}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,text/tab-separated-values"
        />
        <TextField
          name="label"
          label={message('sheets-label')}
          help={message('sheets-label-help')}
          value={given.label}
          maxlength={200}
        />
        <button type="submit">{message('sheets-begin')}</button>
        <p class="quiet small">{message('sheets-kept')}</p>
      </form>
    </>
  );
}

type SheetListProps = {
  readonly issuer: string;
  readonly sheets: readonly DeskSheet[];
  readonly page: number;
  readonly total: number;
  readonly reader: Reader;
};

/** Lists that were begun and not awarded yet. */
export function SheetList({ issuer, sheets, page, total, reader }: SheetListProps) {
  const { message, language } = reader.messages;
  if (total === 0) return null;
  return (
    <section aria-labelledby="begun">
      <h2 id="begun">{message('sheets-begun')}</h2>
      <ul class="people">
        {sheets.map((sheet) => (
          <li>
            <a href={linkTo(sheetPath(sheet), reader)}>
              {sheet.label === '' ? (
                message('sheets-unnamed', sheet.size)
              ) : (
                <bdi dir="auto">{sheet.label}</bdi>
              )}
            </a>
            <p class="quiet small">
              {message(`sheets-source-${sheet.source.kind}`)}
              {' · '}
              {message('sheets-rows', sheet.size)}
              {' · '}
              {message('sheets-ends', longDate(dayOf(sheet.endsAtSeconds), language))}
            </p>
          </li>
        ))}
      </ul>
      <Paging page={page} total={total} path={deskPath(issuer, '/sheets')} reader={reader} />
    </section>
  );
}

import type { Achievement } from '@laurel/core/achievement';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { MistakeList, type Mistakes, TextField } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import type { DeskSheet } from './sheet-values.ts';
import { Steps, sheetPath } from './steps.tsx';
import type { TermsFields } from './terms-form.ts';
import { TermsInputs } from './terms-inputs.tsx';

type TermsPageProps = {
  readonly sheet: DeskSheet;
  readonly achievements: readonly Achievement[];
  readonly demonstration: boolean;
  readonly fields: TermsFields;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** The fourth step: what is awarded, when it was, on what evidence, and how the people agree. */
export function TermsPage(props: TermsPageProps) {
  const { sheet, achievements, demonstration, fields, mistakes, failure, reader } = props;
  const { message } = reader.messages;
  return (
    <>
      <Steps sheet={sheet} current="terms" reader={reader} />
      <h1>{message('sheets-terms-title')}</h1>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <RefusalNote failure={failure} reader={reader} />
      <form method="post" action={linkTo(sheetPath(sheet, 'terms'), reader)}>
        <TermsInputs
          achievements={achievements}
          demonstration={demonstration}
          fields={fields}
          mistakes={mistakes}
          hoursHelp={message(
            sheet.reading.hoursColumn === null ? 'sheets-hours-help' : 'sheets-hours-help-column',
          )}
          asksConsent
          reader={reader}
        />
        <TextField
          name="label"
          label={message('sheets-label')}
          help={message('sheets-label-help')}
          value={fields.label}
          maxlength={200}
        />
        <button type="submit">{message('sheets-to-award')}</button>
      </form>
    </>
  );
}

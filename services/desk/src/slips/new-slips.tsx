import type { Achievement } from '@laurel/core/achievement';
import type { Failure } from '@laurel/core/failure';
import { MAX_SLIPS, SLIP_DAYS } from '@laurel/core/slip-code';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { deskPath } from '../page/desk-page.tsx';
import { MistakeList, type Mistakes, TextField } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { TermsInputs } from '../sheets/terms-inputs.tsx';
import type { SlipFields } from './slips-form.ts';

type NewSlipsProps = {
  readonly issuer: string;
  readonly achievements: readonly Achievement[];
  readonly demonstration: boolean;
  readonly fields: SlipFields;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  /** Folded up where there are sheets to look at, and nothing to put right. */
  readonly open: boolean;
  readonly reader: Reader;
};

/** Makes a sheet of blank slips: for which event, what will be awarded, and how many. */
export function NewSlips(props: NewSlipsProps) {
  const { issuer, achievements, demonstration, fields, mistakes, failure, open, reader } = props;
  const { message } = reader.messages;
  return (
    <details open={open}>
      <summary>{message('slips-new')}</summary>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <RefusalNote failure={failure} reader={reader} />
      <form method="post" action={linkTo(deskPath(issuer, '/slips'), reader)}>
        <TextField
          name="label"
          label={message('slips-event')}
          help={message('slips-event-help')}
          value={fields.label}
          maxlength={200}
          required
          mistake={mistakes.get('label')}
        />
        <TextField
          name="size"
          label={message('slips-size')}
          help={message('slips-size-help', MAX_SLIPS)}
          inputmode="numeric"
          value={fields.size}
          required
          mistake={mistakes.get('size')}
        />
        <TermsInputs
          achievements={achievements}
          demonstration={demonstration}
          fields={fields}
          mistakes={mistakes}
          hoursHelp={message('sheets-hours-help')}
          asksConsent={false}
          reader={reader}
        />
        <p>{message('slips-consent')}</p>
        <button type="submit">{message('slips-make')}</button>
        <p class="quiet small">{message('slips-kept', SLIP_DAYS)}</p>
      </form>
    </details>
  );
}

import type { Messages } from '@laurel/i18n/messages';
import { type Mistakes, TextField } from './fields.tsx';

type PeriodFieldsProps = {
  /** Days, `YYYY-MM-DD`, or what was typed in their place. */
  readonly fields: { readonly start: string; readonly end: string };
  readonly mistakes: Mistakes;
  readonly help?: string;
  readonly messages: Messages;
};

/** The first and the last day of something, beside one another where there is room. */
export function PeriodFields({ fields, mistakes, help, messages }: PeriodFieldsProps) {
  return (
    <div class="pair">
      <TextField
        name="start"
        type="date"
        label={messages.message('sheets-start')}
        help={help}
        value={fields.start}
        mistake={mistakes.get('start')}
      />
      <TextField
        name="end"
        type="date"
        label={messages.message('sheets-end')}
        value={fields.end}
        mistake={mistakes.get('end')}
      />
    </div>
  );
}

import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import {
  Boxes,
  MistakeList,
  type Mistakes,
  type Option,
  Select,
  TextArea,
  TextField,
} from '../page/fields.tsx';
import type { ReadingFields } from './reading-form.ts';
import type { DeskSheet, SheetRow } from './sheet-values.ts';
import { Steps, sheetPath } from './steps.tsx';

/** Rows shown of a list, so that the columns can be told apart on a phone. */
export const ROWS_SHOWN = 5;

/** How a list would be read as the form stands, over all its rows. */
export type ReadingEffect = {
  readonly names: number;
  readonly attended: number;
  readonly unsaid: number;
  /** Lines whose hours cannot be read as a number; the first few. */
  readonly hoursUnreadable: readonly number[];
};

type ReadingPageProps = {
  readonly sheet: DeskSheet;
  readonly rows: readonly Pick<SheetRow, 'line' | 'cells'>[];
  readonly fields: ReadingFields;
  readonly effect: ReadingEffect;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** The second step: what the columns mean, and who attended. Guessed, shown, and corrected. */
export function ReadingPage({ sheet, rows, fields, effect, mistakes, reader }: ReadingPageProps) {
  const { message } = reader.messages;
  const columns = sheet.columns.map(
    (header, index): Option => ({
      value: String(index),
      label: header === '' ? message('sheets-column', index + 1) : header,
    }),
  );
  return (
    <>
      <Steps sheet={sheet} current="reading" reader={reader} />
      <h1>{message('sheets-reading-title')}</h1>
      <p class="lead">{message('sheets-reading-lead')}</p>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <FirstRows sheet={sheet} rows={rows} columns={columns} reader={reader} />
      <form method="post" action={linkTo(sheetPath(sheet, 'reading'), reader)}>
        <Select
          name="names"
          label={message('sheets-names-column')}
          options={columns}
          value={fields.names}
          mistake={mistakes.get('names')}
        />
        <Select
          name="hours"
          label={message('sheets-hours-column')}
          options={[{ value: '', label: message('sheets-no-column') }, ...columns]}
          value={fields.hours}
          mistake={mistakes.get('hours')}
        />
        <Boxes
          name="rule"
          kind="radio"
          label={message('sheets-rule')}
          help={message('sheets-rule-help')}
          values={[fields.rule]}
          options={(['everyone', 'marked', 'counted', 'by_hand'] as const).map((rule) => ({
            value: rule,
            label: message(`sheets-rule-${rule}`),
            help: message(`sheets-rule-${rule}-help`),
          }))}
        />
        <details open={fields.rule === 'marked'}>
          <summary>{message('sheets-rule-marked')}</summary>
          <Boxes
            name="columns"
            kind="checkbox"
            label={message('sheets-marked-columns')}
            options={columns}
            values={fields.columns}
            mistake={mistakes.get('columns')}
          />
          <TextArea
            name="values"
            label={message('sheets-marked-values')}
            help={message('sheets-marked-values-help')}
            value={fields.values}
            rows={3}
            mistake={mistakes.get('values')}
          />
          <TextField
            name="at_least"
            label={message('sheets-marked-at-least')}
            value={fields.atLeast}
            inputmode="numeric"
            mistake={mistakes.get('at_least')}
          />
        </details>
        <details open={fields.rule === 'counted'}>
          <summary>{message('sheets-rule-counted')}</summary>
          <Select
            name="counted"
            label={message('sheets-counted-column')}
            options={columns}
            value={fields.counted}
            mistake={mistakes.get('counted')}
          />
          <TextField
            name="counted_at_least"
            label={message('sheets-counted-at-least')}
            value={fields.countedAtLeast}
            inputmode="numeric"
            mistake={mistakes.get('counted_at_least')}
          />
        </details>
        <div role="status">
          <p>
            <strong>{message('sheets-effect', effect.attended, sheet.size)}</strong>{' '}
            {effect.unsaid > 0 && message('sheets-effect-unsaid', effect.unsaid)}
          </p>
          {effect.names < sheet.size && (
            <p>{message('sheets-effect-names', sheet.size - effect.names)}</p>
          )}
          {effect.hoursUnreadable.length > 0 && (
            <p class="note">
              {message('sheets-hours-unreadable', effect.hoursUnreadable.join(', '))}
            </p>
          )}
        </div>
        <p class="actions">
          <button type="submit">{message('sheets-go-on')}</button>{' '}
          <button type="submit" name="act" value="try" class="quieter">
            {message('sheets-count-again')}
          </button>
        </p>
      </form>
    </>
  );
}

type FirstRowsProps = {
  readonly sheet: DeskSheet;
  readonly rows: readonly Pick<SheetRow, 'line' | 'cells'>[];
  readonly columns: readonly Option[];
  readonly reader: Reader;
};

function FirstRows({ sheet, rows, columns, reader }: FirstRowsProps) {
  const { message } = reader.messages;
  return (
    // A region that scrolls is reached by the keyboard as well (axe, "scrollable-region-focusable").
    <section class="scroll" tabindex={0} aria-label={message('sheets-first-rows')}>
      <table>
        <caption>{message('sheets-first-rows-of', rows.length, sheet.size)}</caption>
        <thead>
          <tr>
            {columns.map(({ label }) => (
              <th scope="col">
                <bdi dir="auto">{label}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells }) => (
            <tr>
              {cells.map((cell) => (
                <td>
                  <bdi dir="auto">{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

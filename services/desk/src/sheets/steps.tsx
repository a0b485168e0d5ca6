import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { deskPath } from '../page/desk-page.tsx';
import type { DeskSheet } from './sheet-values.ts';

/** What an organizer goes through from a list to a batch, in this order. */
const STEPS = [
  { step: 'reading', path: '/reading' },
  { step: 'people', path: '' },
  { step: 'terms', path: '/terms' },
  { step: 'award', path: '/award' },
] as const;
export type Step = (typeof STEPS)[number]['step'];

/** The path of a step of a list's way to a batch. */
export function sheetPath(sheet: Pick<DeskSheet, 'issuer' | 'id'>, step: Step = 'people'): string {
  const path = STEPS.find((one) => one.step === step)?.path ?? '';
  return deskPath(sheet.issuer, `/sheets/${sheet.id}${path}`);
}

type StepsProps = {
  readonly sheet: DeskSheet;
  readonly current: Step;
  readonly reader: Reader;
};

/** Where in that way the reader is; every step can be gone back to. */
export function Steps({ sheet, current, reader }: StepsProps) {
  const { message } = reader.messages;
  return (
    <nav aria-label={message('sheets-steps')}>
      <ol class="steps">
        {STEPS.map(({ step }) => (
          <li {...(step === current ? { 'aria-current': 'step' } : {})}>
            {step === current ? (
              message(`sheets-step-${step}`)
            ) : (
              <a href={linkTo(sheetPath(sheet, step), reader)}>{message(`sheets-step-${step}`)}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

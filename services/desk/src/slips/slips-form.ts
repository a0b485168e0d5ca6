import { MAX_SLIPS } from '@laurel/core/slip-code';
import { withAsciiDigits } from '@laurel/sheet/number';
import {
  type TermsFields,
  fieldsOfForm as termsFieldsOfForm,
  termsOfFields,
} from '../sheets/terms-form.ts';
import type { SlipOrder } from './make-slips.ts';

/** What the form about new slips has, as it was sent. */
export type SlipFields = TermsFields & { readonly size: string };

/** What the form begins with. */
export const FIRST_FIELDS: SlipFields = {
  achievement: '',
  label: '',
  language: '',
  start: '',
  end: '',
  hours: '',
  evidence: 'organizer-attendance-list',
  url: '',
  place: '',
  consent: 'ask',
  disclosure: 'account',
  minors: '',
  until: '',
  sharing: '',
  size: '40',
};

/** The same of a form that was sent. Consent is asked, whatever a form says. */
export function fieldsOfForm(form: FormData): SlipFields {
  const size = String(form.get('size') ?? '').trim();
  return { ...termsFieldsOfForm(form), consent: 'ask', size };
}

/** What the fields ask for; or the names of the fields that are wrong. */
export function orderOfFields(fields: SlipFields): SlipOrder | ReadonlySet<string> {
  const terms = termsOfFields(fields);
  const size = sizeOf(fields.size);
  const wrong = new Set([
    ...('terms' in terms ? [] : terms),
    ...(fields.label === '' ? ['label'] : []),
    ...(size === null ? ['size'] : []),
  ]);
  return 'terms' in terms && size !== null && wrong.size === 0 ? { ...terms, size } : wrong;
}

/** In any script's digits; null for what is no number of slips. */
function sizeOf(text: string): number | null {
  const digits = withAsciiDigits(text);
  const size = /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
  return size >= 1 && size <= MAX_SLIPS ? size : null;
}

import {
  type Check,
  type CheckFindings,
  type CheckName,
  PRINTED_FIELDS,
} from '@laurel/core/verdict';
import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';

type FindingKey = { [Name in CheckName]: `check-${Name}-${CheckFindings[Name]}` }[CheckName];

/** What a check found, as one sentence in the reader's language. Plain text, not escaped. */
export function findingSentence(check: Check, messages: Messages): string {
  return messages.message(keyOf(check), ...valuesOf(check, messages));
}

/** Spelt out, because a template over the whole union would pair every name with every finding. */
function keyOf(check: Check): FindingKey {
  switch (check.check) {
    case 'retrieval':
      return `check-retrieval-${check.finding}`;
    case 'format':
      return `check-format-${check.finding}`;
    case 'proof':
      return `check-proof-${check.finding}`;
    case 'identity':
      return `check-identity-${check.finding}`;
    case 'issuer':
      return `check-issuer-${check.finding}`;
    case 'time':
      return `check-time-${check.finding}`;
    case 'status':
      return `check-status-${check.finding}`;
    case 'log':
      return `check-log-${check.finding}`;
    case 'schema':
      return `check-schema-${check.finding}`;
    case 'terms':
      return `check-terms-${check.finding}`;
    case 'evidence':
      return `check-evidence-${check.finding}`;
    case 'print':
      return `check-print-${check.finding}`;
  }
}

function valuesOf(check: Check, messages: Messages): readonly string[] {
  if (check.check !== 'print') return check.values.map((value) => shown(value, messages));
  const names = PRINTED_FIELDS.filter((field) => check.values.includes(field));
  return [names.map((field) => messages.message(`printed-${field}`)).join(' · ')];
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** Days are written out; ids stay apart from the direction of a sentence that runs the other way. */
function shown(value: string, { language, direction }: Messages): string {
  if (isDay(value)) return longDate(value, language);
  return direction === 'rtl' ? `${FIRST_STRONG_ISOLATE}${value}${POP_DIRECTIONAL_ISOLATE}` : value;
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}

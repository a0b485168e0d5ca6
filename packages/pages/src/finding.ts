import {
  type Check,
  type CheckFindings,
  type CheckName,
  PRINTED_FIELDS,
} from '@laurel/core/verdict';
import { isolated } from '@laurel/i18n/isolated';
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
    case 'held':
      return `check-held-${check.finding}`;
    case 'role':
      return `check-role-${check.finding}`;
  }
}

function valuesOf(check: Check, messages: Messages): readonly string[] {
  if (check.check === 'role') {
    // Years and days of ours: nothing that a stranger wrote.
    return check.values.map((value) => ofRole(value, messages));
  }
  return check.check === 'print' && check.finding === 'differs'
    ? [fieldsIn(check.values, messages)]
    : check.values.map((value) => shown(value, messages));
}

/** Names of fields, each behind the number of its credential where there are several. */
function fieldsIn(values: readonly string[], { message }: Messages): string {
  const names = values.flatMap((value) => {
    const [, number, name] = /^(?:(\d+) )?(\w+)$/.exec(value) ?? [];
    const field = PRINTED_FIELDS.find((one) => one === name);
    if (field === undefined) return [];
    const named = message(`printed-${field}`);
    return [number === undefined ? named : message('printed-in-number', number, named)];
  });
  return names.join(' · ');
}

/** Longer than what most keys and addresses are called. */
const MAX_SHOWN_LETTERS = 200;
const SHOWN_AT_END_LETTERS = 20;

/** Controls, halves of characters, and what turns the text behind it around (UAX #9, Section 2). */
const DISTURBING = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/gu;

/**
 * Days are written out. Whatever else a stranger wrote stands in a sentence of ours: it does not fill the
 * page, and stays apart from the direction of what is around it.
 */
function shown(value: string, { language, direction }: Messages): string {
  if (isDay(value)) return longDate(value, language);
  const plain = shortened(value).replaceAll(DISTURBING, '\u{fffd}');
  return direction === 'rtl' || /[^ -~]/.test(plain) ? isolated(plain) : plain;
}

function ofRole(value: string, { language, direction }: Messages): string {
  if (isDay(value)) return longDate(value, language);
  return direction === 'rtl' ? isolated(value) : value;
}

/** The end of a key or an address tells it from others, too. */
function shortened(value: string): string {
  const letters = [...value];
  if (letters.length <= MAX_SHOWN_LETTERS) return value;
  const end = letters.slice(-SHOWN_AT_END_LETTERS).join('');
  return `${letters.slice(0, MAX_SHOWN_LETTERS - SHOWN_AT_END_LETTERS).join('')}…${end}`;
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}

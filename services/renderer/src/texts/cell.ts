import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import { FIGURES_OF_BANDS } from '@laurel/core/mentoring';
import type { CertificateKey } from '@laurel/i18n/certificate-keys';
import type { CertificateMessages } from '@laurel/i18n/certificate-messages';
import { decimalNumber } from '@laurel/i18n/decimal-number';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { nameOfLanguage } from '@laurel/i18n/language-names';
import { longDate } from '@laurel/i18n/long-date';
import { isolated, printForm } from '../text/print-form.ts';
import { code, type Fact, type Said, type Say } from './said.ts';

/** A fact with its label. In a second language without labels of its own, whatever is said already is null. */
export type Cell = {
  readonly label: Said | null;
  readonly value: Said | null;
  readonly iso: Said | null;
  /** True for a list, which is set lighter than a name or a date, and may stand on a further page. */
  readonly prose: boolean;
};

type InLanguage = {
  readonly messages: CertificateMessages;
  readonly say: Say;
  readonly fact: Fact;
  /** What the issuer is called. */
  readonly issuerName: string;
};

/** What cells tell of. */
type CellFacts = Pick<
  CertificateFacts,
  'kind' | 'role' | 'period' | 'hours' | 'mentoring' | 'issuedOn' | 'validUntil' | 'evidenceClasses'
>;

/** The facts of a certificate but for names and texts, in one language; the list of evidence comes last. */
export function cellsOf(facts: CellFacts, words: InLanguage): readonly Cell[] {
  const { messages, say, fact, issuerName } = words;
  const day = dayCells(words);
  const plain = (label: CertificateKey, value: Said): Cell => {
    return { label: say(label), value, iso: null, prose: false };
  };
  const { role, period, hours, validUntil } = facts;
  return [
    plain('certificate-issuer', fact(issuerName)),
    day('certificate-issued-on', facts.issuedOn),
    ...(role === null ? [] : [plain('certificate-role', fact(role))]),
    ...(period === null ? [] : [periodCell(facts.kind, period, day, say)]),
    ...(hours === null
      ? []
      : [
          plain(
            'certificate-hours',
            say('certificate-hours-value', decimalNumber(hours, messages.language), hours),
          ),
        ]),
    ...mentoringCells(facts, words),
    ...(validUntil === null ? [] : [day('certificate-valid-until', validUntil)]),
    ...evidenceCell(facts, words),
  ];
}

type DayCell = (label: CertificateKey, iso: string) => Cell;

function dayCells({ messages, say, fact }: InLanguage): DayCell {
  return (label, iso) => {
    const words = longDate(iso, messages.language);
    return {
      label: say(label),
      value: { ...fact(words), base: messages.direction, spoken: messages.language },
      iso: words === iso ? null : code(iso),
      prose: false,
    };
  };
}

/** For a role the period is its term. */
function periodCell(
  kind: CertificateFacts['kind'],
  { start, end }: { readonly start: string; readonly end: string },
  day: DayCell,
  say: Say,
): Cell {
  const label = kind === 'role' ? 'certificate-term' : 'certificate-period';
  const first = day(label, start);
  if (start === end) return first;
  const days = [first, day(label, end)].map(({ value }) => value?.text ?? '');
  const [from = '', to = ''] = days.map(isolated);
  return {
    ...first,
    value: say('certificate-period-value', from, to),
    // ISO 8601-1, Section 5.5: an interval.
    iso: first.iso === null ? null : code(`${start}/${end}`),
  };
}

/** Hours as figures, languages by their own names, topics as they were signed. */
function mentoringCells({ mentoring }: CellFacts, { say, fact }: InLanguage): readonly Cell[] {
  if (mentoring === null) return [];
  const cell = (label: CertificateKey, values: readonly string[]): Cell => ({
    label: say(label),
    value: fact(values.join(' · ')),
    iso: null,
    prose: false,
  });
  return [
    cell('certificate-mentoring-hours', [FIGURES_OF_BANDS[mentoring.hoursBand]]),
    cell('certificate-mentoring-languages', mentoring.languages.map(nameOfLanguage)),
    cell('certificate-mentoring-topics', mentoring.topicWords),
  ];
}

function evidenceCell(
  { evidenceClasses }: CellFacts,
  { messages, say, fact }: InLanguage,
): readonly Cell[] {
  const named = EVIDENCE_CLASSES.filter((one) => evidenceClasses.includes(one));
  if (named.length === 0) return [];
  // Some names hold a comma or a semicolon themselves.
  const text = named.map((one) => printForm(evidenceName(one, messages))).join(' · ');
  const value = { ...fact(text), base: messages.direction, spoken: messages.language };
  return [{ label: say('certificate-evidence'), value, iso: null, prose: true }];
}

/** What is left of the facts in a language that has no labels of its own, beside the same facts in another. */
export function withoutWhatIsSaid(
  cells: readonly Cell[],
  already: readonly Cell[],
): readonly Cell[] {
  return cells.map(({ value, prose }, index) => {
    const said = value?.text === already[index]?.value?.text;
    return { label: null, value: said ? null : value, iso: null, prose };
  });
}

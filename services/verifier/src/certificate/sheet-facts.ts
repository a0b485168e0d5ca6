import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import { FIGURES_OF_BANDS } from '@laurel/core/mentoring';
import type { CertificateKey } from '@laurel/i18n/certificate-keys';
import { decimalNumber } from '@laurel/i18n/decimal-number';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { nameOfLanguage } from '@laurel/i18n/language-names';
import { longDate } from '@laurel/i18n/long-date';
import { named, prose, said, saidInAll, type Tongue, type Worded } from './tongue.ts';

type Period = NonNullable<CertificateFacts['period']>;

/** What a fact says in one language. `worded` is all of it as one text. */
export type FactValue = {
  readonly worded: Worded;
  /** Days in words, with what stands around them in `worded`. */
  readonly days?: readonly {
    readonly before: string;
    readonly day: string;
    readonly text: string;
  }[];
  /** The parts of a list. */
  readonly items?: readonly string[];
};

/** One fact of a certificate in each of its languages. */
export type SheetFact = {
  readonly labels: readonly Worded[];
  readonly values: readonly FactValue[];
  /** Days as ISO 8601 writes them, where they stand in words besides. */
  readonly iso: string | null;
  /** True for a list, which is set wider and lighter than a name or a date. */
  readonly isList: boolean;
};

/** The facts of a certificate, in the order of its PDF. */
export function sheetFacts(
  facts: CertificateFacts,
  tongues: readonly Tongue[],
): readonly SheetFact[] {
  const { role, period, hours, validUntil } = facts;
  const labelled = (key: CertificateKey) => saidInAll(tongues, key);
  const when = facts.kind === 'role' ? 'certificate-term' : 'certificate-period';
  const inWords = tongues.filter(({ hasLabels }) => hasLabels);
  const day = (key: CertificateKey, iso: string) =>
    factOf(
      labelled(key),
      inWords.map((tongue) => dayValue(tongue, iso)),
      iso,
    );
  return [
    factOf(labelled('certificate-issuer'), issuerNames(tongues)),
    day('certificate-issued-on', facts.issuedOn),
    ...(role === null
      ? []
      : [factOf(labelled('certificate-role'), [{ worded: prose(role, facts.language) }])]),
    ...(period === null
      ? []
      : [
          period.start === period.end
            ? day(when, period.start)
            : factOf(
                labelled(when),
                inWords.map((tongue) => periodValue(tongue, period)),
                // ISO 8601-1, Section 5.5: an interval.
                `${period.start}/${period.end}`,
              ),
        ]),
    ...(hours === null
      ? []
      : [
          factOf(
            labelled('certificate-hours'),
            inWords.map((tongue) => ({
              worded: said(
                tongue,
                'certificate-hours-value',
                decimalNumber(hours, tongue.messages.language),
                hours,
              ),
            })),
          ),
        ]),
    ...mentoringFacts(facts, labelled),
    ...(validUntil === null ? [] : [day('certificate-valid-until', validUntil)]),
    ...evidenceFact(facts, inWords, labelled('certificate-evidence')),
  ];
}

function factOf(
  labels: readonly Worded[],
  values: readonly FactValue[],
  iso: string | null = null,
): SheetFact {
  const alreadySaid = values.some(({ worded }) => worded.text === iso);
  return { labels, values, iso: alreadySaid ? null : iso, isList: false };
}

/** A name that is the same in both languages is said once. */
function issuerNames(tongues: readonly Tongue[]): readonly FactValue[] {
  const names = tongues.map(({ texts }) => named(texts.issuerName, texts.language));
  return names
    .filter((name, at) => names.findIndex(({ text }) => text === name.text) === at)
    .map((worded) => ({ worded }));
}

function dayValue({ messages: { language, direction } }: Tongue, day: string): FactValue {
  const text = longDate(day, language);
  return { worded: { text, language, direction }, days: [{ before: '', day, text }] };
}

/** Stand for the two days while the message around them is taken apart. */
const PLACES = ['\ue000', '\ue001'] as const;

function periodValue({ messages }: Tongue, { start, end }: Period): FactValue {
  const { language, direction, message } = messages;
  const around = message('certificate-period-value', ...PLACES).split(/[\ue000\ue001]/);
  const days = [start, end].map((day, at) => ({
    before: around[at] ?? '',
    day,
    text: longDate(day, language),
  }));
  const text = days.map((one) => one.before + one.text).join('');
  return { worded: { text, language, direction }, days };
}

/** Hours as figures, languages by their own names, topics as they were signed. */
function mentoringFacts(
  { mentoring, language }: CertificateFacts,
  labelled: (key: CertificateKey) => readonly Worded[],
): readonly SheetFact[] {
  if (mentoring === null) return [];
  const listed = (key: CertificateKey, values: readonly string[]) =>
    factOf(labelled(key), [{ worded: named(values.join(' · '), language) }]);
  return [
    listed('certificate-mentoring-hours', [FIGURES_OF_BANDS[mentoring.hoursBand]]),
    listed('certificate-mentoring-languages', mentoring.languages.map(nameOfLanguage)),
    listed('certificate-mentoring-topics', mentoring.topicWords),
  ];
}

function evidenceFact(
  { evidenceClasses }: CertificateFacts,
  tongues: readonly Tongue[],
  labels: readonly Worded[],
): readonly SheetFact[] {
  const known = EVIDENCE_CLASSES.filter((one) => evidenceClasses.includes(one));
  if (known.length === 0) return [];
  const values = tongues.map(({ messages }): FactValue => {
    const { language, direction } = messages;
    const items = known.map((one) => evidenceName(one, messages));
    return { worded: { text: items.join(' · '), language, direction }, items };
  });
  return [{ labels, values, iso: null, isList: true }];
}

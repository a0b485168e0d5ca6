import { type CertificateHolder, signedFacts } from '@laurel/core/signed-facts';
import { longDate } from '@laurel/i18n/long-date';
import { mentoringFacts } from '@laurel/i18n/mentoring-words';
import type { Messages } from '@laurel/i18n/messages';
import { Person } from '@laurel/pages/person';
import type { OfflineReport } from '../verify-offline.ts';

type FactsProps = {
  readonly report: OfflineReport;
  /** True where pages stand around it that were not read. */
  readonly inPdf: boolean;
  readonly messages: Messages;
};

/** What was signed, large, to be compared with a copy. */
export function Facts({ report, inPdf, messages }: FactsProps) {
  const { message, language } = messages;
  const facts = signedFacts(report.credential ?? {});
  const rows: readonly (readonly [label: string, value: string])[] = [
    [message('printed-achievement'), facts.achievementName],
    [message('printed-issuer'), facts.issuerName],
    ...(facts.role === null ? [] : [[message('printed-role'), facts.role] as const]),
    ...(facts.period === null
      ? []
      : [[message('printed-period'), daysOf(facts.period, messages)] as const]),
    ...(facts.hours === null ? [] : [[message('printed-hours'), String(facts.hours)] as const]),
    ...(facts.mentoring === null ? [] : mentoringFacts(facts.mentoring, messages)),
    [message('printed-issued'), longDate(facts.issuedOn, language)],
    ...(facts.validUntil === null
      ? []
      : [[message('printed-valid_until'), longDate(facts.validUntil, language)] as const]),
    ...facts.signatories.map(
      ({ name, office }) =>
        [message('printed-signatory'), office === '' ? name : `${name}, ${office}`] as const,
    ),
  ];
  return (
    <section class="card">
      <h2>{message('printed-title')}</h2>
      <p>{message('printed-lead')}</p>
      {inPdf && <p class="note">{message('offline-in-pdf')}</p>}
      <dl>
        <dt>{message('printed-holder')}</dt>
        <dd>
          <Holder holder={facts.holder} messages={messages} />
        </dd>
        {rows.map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>
              <Person name={value} />
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function daysOf(period: { readonly start: string; readonly end: string }, messages: Messages) {
  const { message, language } = messages;
  const [start, end] = [longDate(period.start, language), longDate(period.end, language)];
  return start === end ? start : message('days-range', start, end);
}

type HolderProps = { readonly holder: CertificateHolder; readonly messages: Messages };

function Holder({ holder, messages: { message } }: HolderProps) {
  if (holder.mode === 'none') return <>{message('credential-holder-none')}</>;
  return (
    <>
      <span class="who">
        <Person name={holder.mode === 'account' ? holder.username : holder.name} />
      </span>
      <br />
      <span class="quiet small">{message(`credential-holder-${holder.mode}`)}</span>
    </>
  );
}

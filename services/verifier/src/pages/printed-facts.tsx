import { decisiveChecks } from '@laurel/core/decisive-checks';
import { type CertificateHolder, signedFacts } from '@laurel/core/signed-facts';
import type { Check } from '@laurel/core/verdict';
import { isolated } from '@laurel/i18n/isolated';
import type { Messages } from '@laurel/i18n/messages';
import { findingSentence } from '@laurel/pages/finding';
import { Person } from '@laurel/pages/person';
import type { PropsWithChildren } from 'hono/jsx';
import type { PresentedReport } from '../presented/report.ts';
import type { ComparedField } from '../printed/compared-field.ts';
import { Day, Days } from './day.tsx';
import { Holder } from './holder.tsx';
import { NotSigned } from './not-signed.tsx';

type PrintedFactsProps = {
  readonly report: PresentedReport;
  /** False where nobody is to be named. */
  readonly named: boolean;
  readonly messages: Messages;
};

/**
 * What was signed, large, to be compared with the paper: nobody reads a name off a picture for its
 * reader. What the paper's text says otherwise is marked. What is told above as what decided is not told again.
 */
export function PrintedFacts({ report, named, messages }: PrintedFactsProps) {
  const { checks, credential, printed, readFrom } = report;
  const { message } = messages;
  if (printed === null || credential === null) return null;
  return (
    <section class="card">
      <h2>{message('printed-title')}</h2>
      <p>{message('printed-lead')}</p>
      <PrintNote checks={checks} more={named ? printed.more : ''} messages={messages} />
      <PrintedFields report={report} named={named} messages={messages} />
      {named && <NotSigned printed={printed} messages={messages} />}
      {readFrom !== null && (
        <p class="quiet small">{message('printed-file', isolated(readFrom.file))}</p>
      )}
    </section>
  );
}

type PrintNoteProps = {
  readonly checks: readonly Check[];
  readonly more: string;
  readonly messages: Messages;
};

/** What the pages say that was not signed, and what else is to be known of them. */
export function PrintNote({ checks, more, messages }: PrintNoteProps) {
  const told = decisiveChecks(checks);
  const check = checks.find(
    (one) => one.check === 'print' && one.result !== 'pass' && !told.includes(one),
  );
  if (check === undefined && more === '') return null;
  return (
    <div class="note">
      {check !== undefined && <p>{findingSentence(check, messages)}</p>}
      {more !== '' && (
        <p>
          {messages.message('printed-more')} <Person name={more} />
        </p>
      )}
    </div>
  );
}

/** Each field that was signed, and whether it is printed the same. */
export function PrintedFields({ report, named, messages }: PrintedFactsProps) {
  const { credential, printed } = report;
  if (printed === null || credential === null) return null;
  const { holder } = signedFacts(credential);
  const fields = printed.fields.filter(({ field }) => named || field !== 'holder');
  return (
    <ul class="checks">
      {fields.map((field) => (
        <Field {...field} messages={messages}>
          <Signed {...field} holder={holder} messages={messages} />
        </Field>
      ))}
    </ul>
  );
}

type FieldProps = ComparedField & { readonly messages: Messages };

function Field({ field, printed, messages: { message }, children }: PropsWithChildren<FieldProps>) {
  return (
    <li class={printed ? 'pass' : 'fail'} data-field={field}>
      <span class="mark" aria-hidden="true">
        {printed ? '✓' : '✕'}
      </span>
      <p>
        <span class="quiet small">{message(`printed-${field}`)}</span>
        <br />
        {children}
        <br />
        {printed ? (
          <span class="small">{message('printed-same')}</span>
        ) : (
          <strong>{message('printed-different')}</strong>
        )}
      </p>
    </li>
  );
}

type SignedProps = FieldProps & { readonly holder: CertificateHolder };

/** Days in words and as they were signed; a name with what it is. */
function Signed({ field, signed, holder, messages }: SignedProps) {
  switch (field) {
    case 'holder':
      return <Holder holder={holder} messages={messages} />;
    case 'issued':
    case 'valid_until':
      return <Day day={signed} messages={messages} />;
    case 'period': {
      const [start = '', end = start] = signed.split('/');
      return <Days period={{ start, end }} messages={messages} />;
    }
    default:
      return (
        <span class="who">
          <Person name={signed} />
        </span>
      );
  }
}

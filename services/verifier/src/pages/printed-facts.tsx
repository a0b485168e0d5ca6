import { type CertificateHolder, signedFacts } from '@laurel/core/signed-facts';
import { decisiveChecks } from '@laurel/core/verdict';
import { isolated } from '@laurel/i18n/isolated';
import type { Messages } from '@laurel/i18n/messages';
import { findingSentence } from '@laurel/pages/finding';
import { Person } from '@laurel/pages/person';
import type { PropsWithChildren } from 'hono/jsx';
import type { PresentedReport } from '../presented/report.ts';
import type { ComparedField } from '../printed/compare-print.ts';
import { Day, Days } from './day.tsx';
import { Holder } from './holder.tsx';

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
  const told = decisiveChecks(checks);
  const check = checks.find(
    (one) => one.check === 'print' && one.result !== 'pass' && !told.includes(one),
  );
  const more = named ? printed.more : '';
  const { holder } = signedFacts(credential);
  const fields = printed.fields.filter(({ field }) => named || field !== 'holder');
  return (
    <section class="card">
      <h2>{message('printed-title')}</h2>
      <p>{message('printed-lead')}</p>
      {(check !== undefined || more !== '') && (
        <div class="note">
          {check !== undefined && <p>{findingSentence(check, messages)}</p>}
          {more !== '' && (
            <p>
              {message('printed-more')} <Person name={more} />
            </p>
          )}
        </div>
      )}
      <ul class="checks">
        {fields.map((field) => (
          <Field {...field} messages={messages}>
            <Signed {...field} holder={holder} messages={messages} />
          </Field>
        ))}
      </ul>
      {readFrom !== null && (
        <p class="quiet small">{message('printed-file', isolated(readFrom.file))}</p>
      )}
    </section>
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

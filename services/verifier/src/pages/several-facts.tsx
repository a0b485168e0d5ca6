import { type SignedFacts, signedFacts } from '@laurel/core/signed-facts';
import type { Messages } from '@laurel/i18n/messages';
import type { PresentedReport } from '../presented/report.ts';
import { isNamed } from './named.ts';
import { NotSigned } from './not-signed.tsx';
import { PrintedFields, PrintNote } from './printed-facts.tsx';

type SeveralFactsProps = { readonly report: PresentedReport; readonly messages: Messages };

/** What was signed of each credential in a file, with how it stands, to be compared with the paper. */
export function SeveralFacts({ report, messages }: SeveralFactsProps) {
  const { message } = messages;
  const { checks, credentials, printed } = report;
  if (credentials === null) return null;
  const named = credentials.every(isNamed);
  return (
    <>
      <section class="card">
        <h2>{message('printed-title')}</h2>
        <p>{message('printed-several', credentials.length)}</p>
        <PrintNote checks={checks} more={named ? (printed?.more ?? '') : ''} messages={messages} />
        {named && printed !== null && <NotSigned printed={printed} messages={messages} />}
      </section>
      <ol class="plain">
        {credentials.map((one, place) => (
          <li class="card" data-verdict={one.verdict}>
            <One report={one} number={place + 1} messages={messages} />
          </li>
        ))}
      </ol>
    </>
  );
}

type OneProps = SeveralFactsProps & { readonly number: number };

function One({ report, number, messages }: OneProps) {
  const { message } = messages;
  const { credential, printed, verdict } = report;
  const facts: SignedFacts | null = credential === null ? null : signedFacts(credential);
  return (
    <>
      <p class="over">
        {message('printed-number', number)} · {message(`verdict-${verdict}`)}
      </p>
      {facts !== null && (
        <h3>
          <bdi lang={facts.language}>{facts.achievementName}</bdi>
        </h3>
      )}
      {printed !== null && (
        <PrintedFields report={report} named={isNamed(report)} messages={messages} />
      )}
    </>
  );
}

import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { heldIn, isLearnerRecord } from '@laurel/core/learner-record';
import { type CertificateHolder, signedFacts } from '@laurel/core/signed-facts';
import { type Check, VERDICTS, type Verdict } from '@laurel/core/verdict';
import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';
import { Person } from './person.tsx';

type ContentsProps = {
  readonly record: JsonObject;
  /** Of the whole record, with one for each that it holds. */
  readonly checks: readonly Check[];
  readonly messages: Messages;
};

/** What a learner record holds, each with how it stands by itself. */
export function RecordContents({ record, checks, messages }: ContentsProps) {
  return (
    <ol class="plain">
      {heldIn(record)
        .map((one, place) => ({ one, verdict: verdictAt(checks, place) }))
        .map(({ one, verdict }) => (
          <li class="card" {...(verdict === null ? {} : { 'data-verdict': verdict })}>
            {isJsonObject(one) && (
              <Held credential={one} verdict={verdict ?? 'unknown'} messages={messages} />
            )}
          </li>
        ))}
    </ol>
  );
}

type HeldProps = {
  readonly credential: JsonObject;
  readonly verdict: Verdict;
  readonly messages: Messages;
};

function Held({ credential, verdict, messages }: HeldProps) {
  const { message, language } = messages;
  const facts = signedFacts(credential);
  return (
    <>
      <p class="over">{message(`verdict-${verdict}`)}</p>
      <h3>
        <bdi lang={facts.language}>{facts.achievementName}</bdi>
      </h3>
      {!isLearnerRecord(credential) && (
        <dl>
          <dt>{message('credential-holder')}</dt>
          <dd>
            <Holder holder={facts.holder} messages={messages} />
          </dd>
          <dt>{message('credential-issuer')}</dt>
          <dd>
            <bdi lang={facts.language}>{facts.issuerName}</bdi>
          </dd>
          <dt>{message('credential-issued')}</dt>
          <dd>{longDate(facts.issuedOn, language)}</dd>
        </dl>
      )}
    </>
  );
}

function Holder({
  holder,
  messages: { message },
}: Pick<HeldProps, 'messages'> & { readonly holder: CertificateHolder }) {
  if (holder.mode === 'none') return <>{message('credential-holder-none')}</>;
  return (
    <>
      <Person name={holder.mode === 'account' ? holder.username : holder.name} />
      <br />
      <span class="quiet small">{message(`credential-holder-${holder.mode}`)}</span>
    </>
  );
}

/** Null where it was not verified. */
function verdictAt(checks: readonly Check[], place: number): Verdict | null {
  const number = String(place + 1);
  const own = checks.find(({ check, values }) => check === 'held' && values[0] === number);
  return VERDICTS.find((verdict) => verdict === own?.finding) ?? null;
}

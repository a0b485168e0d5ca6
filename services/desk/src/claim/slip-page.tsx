import { dayOf } from '@laurel/core/day';
import { groupedSlipCode } from '@laurel/core/slip-code';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { AwardFacts } from '../me/award-facts.tsx';
import { Localised, nameIn } from '../me/localised.tsx';
import { Done } from '../page/done.tsx';
import { LoginLink } from '../session/login-link.tsx';
import type { Session } from '../session/sessions.ts';
import type { ShownSlip } from '../slips/own-slips.ts';

type BeforeLoginProps = { readonly code: string; readonly reader: Reader };

/**
 * All that the code of a slip shows before a login: that it is one. Codes are short enough to be
 * guessed at, so unlike a claim link this names not even the issuer: the page is the same for every
 * code, printed or not.
 */
export function SlipBeforeLogin({ code, reader }: BeforeLoginProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('claim-slip-title')}</h1>
      <Code code={code} reader={reader} />
      <p class="lead">{message('claim-slip-before-lead')}</p>
      <LoginLink reader={reader} returnPath={`/claim/${code}`} />
      <p>{message('claim-slip-no-account')}</p>
      <h2>{message('claim-slip-means-title')}</h2>
      <ul>
        <li>{message('claim-slip-means-look')}</li>
        <li>{message('claim-slip-means-name')}</li>
        <li>{message('claim-slip-means-decide')}</li>
      </ul>
    </>
  );
}

type SlipProps = {
  readonly shown: ShownSlip;
  readonly session: Session;
  readonly reader: Reader;
};

/** A blank slip, for somebody who may show it: what it is about, and who will see them. */
export function BlankSlip({ shown, session, reader }: SlipProps) {
  const { slip, sheet, issuer } = shown;
  const { message, language } = reader.messages;
  return (
    <>
      <Heading shown={shown} reader={reader} />
      <section class="card" aria-labelledby="show">
        <h2 id="show">{message('claim-slip-show-title')}</h2>
        <p>{message('claim-slip-show-means', nameIn(issuer.names, reader))}</p>
        {session.username !== null && (
          <p>
            <strong>
              <Person name={session.username} />
            </strong>
          </p>
        )}
        <form method="post" action={linkTo(`/claim/${slip.code}`, reader)}>
          <button type="submit">{message('claim-slip-show')}</button>
        </form>
        <p class="quiet small">
          {message('claim-slip-until', longDate(dayOf(sheet.endsAtSeconds), language))}
        </p>
      </section>
      <SlipFacts shown={shown} reader={reader} />
    </>
  );
}

type OwnSlipProps = {
  readonly shown: ShownSlip;
  /** Whether the form just sent has shown it. */
  readonly done: boolean;
  readonly reader: Reader;
};

/** A slip that this account has shown: what it waits for, and how it is taken back. */
export function OwnSlip({ shown, done, reader }: OwnSlipProps) {
  const { slip, sheet } = shown;
  const { message, language } = reader.messages;
  return (
    <>
      <Heading shown={shown} reader={reader} />
      <Done sentence={done && slip.state === 'presented' ? message('claim-slip-done') : null} />
      {slip.state === 'refused' ? (
        <p class="note">{message('claim-slip-refused')}</p>
      ) : (
        <section class="card" aria-labelledby="waits">
          <h2 id="waits">{message('claim-slip-waits-title')}</h2>
          <p>{message('claim-slip-waits', longDate(dayOf(sheet.endsAtSeconds), language))}</p>
          <form method="post" action={linkTo(`/claim/${slip.code}/withdraw`, reader)}>
            <button type="submit" class="quieter">
              {message('claim-slip-back')}
            </button>
          </form>
          <p class="quiet small">{message('claim-slip-back-means')}</p>
        </section>
      )}
      <SlipFacts shown={shown} reader={reader} />
    </>
  );
}

type ShownProps = { readonly shown: ShownSlip; readonly reader: Reader };

function Heading({ shown: { slip, sheet, achievement, issuer }, reader }: ShownProps) {
  return (
    <>
      <p class="over">
        <Localised texts={issuer.names} reader={reader} />
        {' · '}
        <bdi dir="auto">{sheet.label}</bdi>
      </p>
      <h1>
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      </h1>
      <Code code={slip.code} reader={reader} />
    </>
  );
}

function Code({ code, reader }: { readonly code: string; readonly reader: Reader }) {
  return (
    <p>
      {reader.messages.message('claim-slip-code')}{' '}
      <bdi dir="ltr" translate="no">
        {groupedSlipCode(code)}
      </bdi>
    </p>
  );
}

function SlipFacts({ shown: { sheet, achievement, issuer }, reader }: ShownProps) {
  const { period, hours, evidence } = sheet.terms;
  const award = {
    periodStart: period?.start ?? '',
    periodEnd: period?.end ?? '',
    hours,
    evidence,
    mentoring: null,
  };
  return (
    <>
      <h2>{reader.messages.message('claim-slip-facts')}</h2>
      <AwardFacts held={{ award, achievement, issuer }} reader={reader} />
    </>
  );
}

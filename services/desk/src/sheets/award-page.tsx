import type { Achievement } from '@laurel/core/achievement';
import type { Failure } from '@laurel/core/failure';
import type { IssuerFace } from '@laurel/core/issuer';
import type { Signatory } from '@laurel/core/signatory';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';
import { linkTo } from '@laurel/pages/link';
import { Localised } from '../me/localised.tsx';
import { Boxes } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { CertificatePreview } from './certificate-preview.tsx';
import type { DeskSheet } from './sheet-values.ts';
import { Steps, sheetPath } from './steps.tsx';
import type { FirstRecognised, SheetTally } from './tally.ts';

type AwardPageProps = {
  readonly sheet: DeskSheet;
  readonly achievement: Achievement | null;
  readonly issuer: Pick<IssuerFace, 'names' | 'demonstration'>;
  readonly tally: SheetTally;
  /** Who would sign the certificate that is shown. */
  readonly signatories: readonly Signatory[];
  /** Whose certificate is shown; null where nobody would be recognised. */
  readonly first: FirstRecognised | null;
  /** The messages of the certificate's language. */
  readonly spoken: Messages;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** The last step: what will happen, one certificate to look at, and the one button. */
export function AwardPage(props: AwardPageProps) {
  const { sheet, achievement, issuer, tally, signatories, first, spoken, failure, reader } = props;
  const { message } = reader.messages;
  const isReady = achievement !== null && tally.people > 0 && tally.waiting === 0;
  return (
    <>
      <Steps sheet={sheet} current="award" reader={reader} />
      <h1>{message('sheets-award-title')}</h1>
      <RefusalNote failure={failure} reader={reader} />
      {achievement !== null && <Summary sheet={sheet} achievement={achievement} reader={reader} />}
      <p class="lead">{message('sheets-people-now', tally.people)}</p>
      {tally.leftOver > 0 && <p>{message('sheets-left-over', tally.leftOver)}</p>}
      {tally.unsaid > 0 && <p>{message('sheets-effect-unsaid', tally.unsaid)}</p>}
      {isReady && first !== null && (
        <CertificatePreview
          sheet={sheet}
          achievement={achievement}
          issuer={issuer}
          signatories={signatories}
          first={first}
          spoken={spoken}
          reader={reader}
        />
      )}
      {isReady ? (
        <form method="post" action={linkTo(sheetPath(sheet, 'award'), reader)}>
          {sheet.terms.consent === 'paper' && (
            <Boxes
              name="declared"
              kind="checkbox"
              label={message('sheets-consent-paper')}
              values={[]}
              options={[{ value: 'yes', label: message('sheets-declaration') }]}
            />
          )}
          <p>{message(`sheets-award-${sheet.terms.consent ?? 'ask'}-means`)}</p>
          <button type="submit">{message('sheets-award', tally.people)}</button>
          <p class="quiet small">{message('sheets-award-kept')}</p>
        </form>
      ) : (
        <p class="note">{message('sheets-not-ready')}</p>
      )}
      <details>
        <summary>{message('sheets-delete-title')}</summary>
        <form method="post" action={linkTo(`${sheetPath(sheet)}/end`, reader)}>
          <p>{message('sheets-delete-means')}</p>
          <button type="submit" class="quieter">
            {message('sheets-delete')}
          </button>
        </form>
      </details>
    </>
  );
}

type SummaryProps = {
  readonly sheet: DeskSheet;
  readonly achievement: Achievement;
  readonly reader: Reader;
};

function Summary({ sheet, achievement, reader }: SummaryProps) {
  const { message, language } = reader.messages;
  const { period, hours } = sheet.terms;
  return (
    <dl>
      <dt>{message('sheets-achievement')}</dt>
      <dd>
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      </dd>
      {period !== undefined && period !== null && (
        <>
          <dt>{message(achievement.kind === 'role' ? 'credential-term' : 'credential-period')}</dt>
          <dd>
            {message(
              'days-range',
              longDate(period.start, language),
              longDate(period.end, language),
            )}
          </dd>
        </>
      )}
      {hours !== undefined && hours !== null && (
        <>
          <dt>{message('credential-hours')}</dt>
          <dd>{message('credential-hours-value', hours, String(hours))}</dd>
        </>
      )}
    </dl>
  );
}

import type { Achievement } from '@laurel/core/achievement';
import type { IssuerFace } from '@laurel/core/issuer';
import { directionOf, type LanguageMap, textIn } from '@laurel/core/language';
import type { Signatory } from '@laurel/core/signatory';
import type { Reader } from '@laurel/http/reader';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';
import { Person } from '@laurel/pages/person';
import type { DeskSheet } from './sheet-values.ts';
import type { FirstRecognised } from './tally.ts';

type CertificatePreviewProps = {
  readonly sheet: DeskSheet;
  readonly achievement: Achievement;
  readonly issuer: Pick<IssuerFace, 'names' | 'demonstration'>;
  readonly signatories: readonly Signatory[];
  readonly first: FirstRecognised;
  /** The messages of its language. */
  readonly spoken: Messages;
  readonly reader: Reader;
};

/** What the certificate of the first person would say, in its own language. Nothing is signed for it. */
export function CertificatePreview(props: CertificatePreviewProps) {
  const { sheet, achievement, issuer, signatories, first, spoken, reader } = props;
  const { terms } = sheet;
  const language = terms.language ?? achievement.sourceLanguage;
  const { message } = spoken;
  const hours = first.hours ?? terms.hours ?? null;
  const text = (texts: LanguageMap) => textIn(texts, [language], achievement.sourceLanguage).text;
  const period = terms.period ?? null;
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{reader.messages.message('sheets-preview')}</h2>
      <p class="quiet small">{reader.messages.message('sheets-preview-help')}</p>
      <div class="card" lang={language} dir={directionOf(language)}>
        <p>
          <strong>{message(`certificate-heading-${achievement.kind}`)}</strong>
        </p>
        <p>
          {message('certificate-holder-label')}{' '}
          <strong>
            {terms.disclosure === 'none' ? (
              message('certificate-holder-none')
            ) : (
              <Person name={first.username} />
            )}
          </strong>{' '}
          {message('certificate-achievement-label')} <strong>{text(achievement.name)}</strong>
        </p>
        <dl>
          <dt>{message('certificate-issuer')}</dt>
          <dd>{text(issuer.names)}</dd>
          {signatories.length > 0 && (
            <>
              <dt>{message('credential-signatories')}</dt>
              {signatories.map(({ name, office }) => (
                <dd>
                  <Person name={name} />
                  {office !== '' && (
                    <>
                      {' · '}
                      <bdi dir="auto">{office}</bdi>
                    </>
                  )}
                </dd>
              ))}
            </>
          )}
          {period !== null && (
            <>
              <dt>{message('certificate-period')}</dt>
              <dd>
                {message(
                  'certificate-period-value',
                  longDate(period.start, spoken.language),
                  longDate(period.end, spoken.language),
                )}
              </dd>
            </>
          )}
          {hours !== null && (
            <>
              <dt>{message('certificate-hours')}</dt>
              <dd>{message('certificate-hours-value', String(hours), hours)}</dd>
            </>
          )}
          <dt>{message('certificate-evidence')}</dt>
          <dd>
            {(terms.evidence ?? []).map((one) => evidenceName(one.class, spoken)).join(' · ') ||
              message('credential-evidence-none')}
          </dd>
          <dt>{message('certificate-says')}</dt>
          <dd>{text(achievement.criteria)}</dd>
          <dt>{message('certificate-does-not-say')}</dt>
          <dd>{text(achievement.doesNotMean)}</dd>
        </dl>
        {issuer.demonstration && <p class="small">{message('certificate-demonstration')}</p>}
      </div>
    </section>
  );
}

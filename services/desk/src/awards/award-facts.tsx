import type { Reader } from '@laurel/http/reader';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { MentoringEntries } from '@laurel/pages/mentoring-entries';
import { languageName } from '../me/language-name.ts';
import { Localised } from '../me/localised.tsx';
import { deskPath } from '../page/desk-page.tsx';
import type { IssuersAward } from './find-award.ts';

type AwardFactsProps = { readonly award: IssuersAward; readonly reader: Reader };

/** What was awarded, for what time, in which language and on what evidence. */
export function AwardFacts({ award, reader }: AwardFactsProps) {
  const { message, language } = reader.messages;
  const { achievement, periodStart, periodEnd, hours, evidence } = award;
  return (
    <dl>
      <dt>{message('sheets-achievement')}</dt>
      <dd>
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      </dd>
      {periodStart !== '' && (
        <>
          <dt>{message(achievement.kind === 'role' ? 'credential-term' : 'credential-period')}</dt>
          <dd>
            {periodStart === periodEnd
              ? longDate(periodStart, language)
              : message(
                  'days-range',
                  longDate(periodStart, language),
                  longDate(periodEnd, language),
                )}
          </dd>
        </>
      )}
      {hours !== null && (
        <>
          <dt>{message('credential-hours')}</dt>
          <dd>{message('credential-hours-value', hours, String(hours))}</dd>
        </>
      )}
      {award.mentoring !== null && (
        <MentoringEntries mentoring={award.mentoring} messages={reader.messages} />
      )}
      <dt>{message('sheets-language')}</dt>
      <dd>{languageName(award.language, false, reader.messages)}</dd>
      {evidence.length > 0 && (
        <>
          <dt>{message('credential-evidence')}</dt>
          <dd>
            <ul class="plain">
              {evidence.map((one) => (
                <li>
                  {evidenceName(one.class, reader.messages)}
                  {one.place !== undefined && (
                    <>
                      {' · '}
                      <bdi dir="auto">{one.place}</bdi>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      <dt>{message('batches-title-one')}</dt>
      <dd>
        <a href={linkTo(deskPath(award.issuer, `/batches/${award.batchId}`), reader)}>
          <bdi dir="ltr">{award.batchId}</bdi>
        </a>
      </dd>
    </dl>
  );
}

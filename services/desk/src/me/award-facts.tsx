import type { Evidence } from '@laurel/core/evidence';
import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { evidenceName } from '@laurel/i18n/evidence-name';
import { longDate } from '@laurel/i18n/long-date';
import { MentoringEntries } from '@laurel/pages/mentoring-entries';
import type { HolderAward } from './holder-award.ts';
import { Localised } from './localised.tsx';

type AwardFactsProps = {
  readonly held: Pick<HolderAward, 'achievement' | 'issuer'> & {
    readonly award: Pick<
      HolderAward['award'],
      'periodStart' | 'periodEnd' | 'hours' | 'evidence' | 'mentoring'
    >;
  };
  readonly reader: Reader;
};

/** By whom, when, for what and on what evidence: all that the holder is told, and all that is kept. */
export function AwardFacts({ held: { award, achievement, issuer }, reader }: AwardFactsProps) {
  const { message } = reader.messages;
  const source = achievement.sourceLanguage;
  const shown = textIn(achievement.name, reader.languages, source).language;
  return (
    <>
      {issuer.demonstration && <p class="note">{message('claim-demonstration')}</p>}
      {achievement.drafts.includes(shown) && <p class="note">{message('achievement-draft')}</p>}
      <p>
        <Localised texts={achievement.description} reader={reader} source={source} />
      </p>
      <dl>
        <dt>{message('credential-issuer')}</dt>
        <dd>
          <Localised texts={issuer.names} reader={reader} />
        </dd>
        {award.periodStart !== '' && (
          <>
            <dt>
              {message(achievement.kind === 'role' ? 'credential-term' : 'credential-period')}
            </dt>
            <dd>{periodIn(award.periodStart, award.periodEnd, reader)}</dd>
          </>
        )}
        {award.hours !== null && (
          <>
            <dt>{message('credential-hours')}</dt>
            <dd>{message('credential-hours-value', award.hours, String(award.hours))}</dd>
          </>
        )}
        {award.mentoring !== null && (
          <MentoringEntries mentoring={award.mentoring} messages={reader.messages} />
        )}
        <dt>{message('credential-criteria')}</dt>
        <dd>
          <Localised texts={achievement.criteria} reader={reader} source={source} />
          <ul>
            {achievement.requirements.map((requirement) => (
              <li>
                <Localised texts={requirement} reader={reader} source={source} />
              </li>
            ))}
          </ul>
        </dd>
        <dt>{message('credential-evidence')}</dt>
        <dd>
          <EvidenceList evidence={award.evidence} reader={reader} />
        </dd>
        <dt>{message('credential-not-mean')}</dt>
        <dd>
          <Localised texts={achievement.doesNotMean} reader={reader} source={source} />
        </dd>
      </dl>
    </>
  );
}

function periodIn(start: string, end: string, { messages: { message, language } }: Reader) {
  const first = longDate(start, language);
  return start === end ? first : message('days-range', first, longDate(end, language));
}

type EvidenceListProps = { readonly evidence: readonly Evidence[]; readonly reader: Reader };

function EvidenceList({ evidence, reader: { messages } }: EvidenceListProps) {
  if (evidence.length === 0) return <>{messages.message('credential-evidence-none')}</>;
  return (
    <ul class="plain">
      {evidence.map((one) => (
        <li>
          {evidenceName(one.class, messages)}
          {one.place !== undefined && (
            <>
              {' · '}
              <bdi dir="auto">{one.place}</bdi>
            </>
          )}
          {one.url !== undefined && (
            <>
              <br />
              <a href={one.url} dir="ltr" rel="noreferrer nofollow">
                {one.url}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

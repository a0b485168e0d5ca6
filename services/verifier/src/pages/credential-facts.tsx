import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { Achievement } from '@laurel/core/achievement';
import { EVIDENCE_CLASSES } from '@laurel/core/evidence';
import { directionOf, type LanguageMap, type LanguageTag, textIn } from '@laurel/core/language';
import type { SignedFacts } from '@laurel/core/signed-facts';
import type { Reader } from '@laurel/http/reader';
import { evidenceName } from '@laurel/i18n/evidence-name';
import type { Messages } from '@laurel/i18n/messages';
import { linkTo } from '@laurel/pages/link';
import { MentoringEntries } from '@laurel/pages/mentoring-entries';
import { Paragraph, Text } from '@laurel/pages/text';
import { Day, Days } from './day.tsx';
import { Holder } from './holder.tsx';
import { RoleTold, type ToldRole } from './role-told.tsx';
import { Signatories } from './signatories.tsx';

type FactsProps = {
  readonly facts: Omit<SignedFacts, 'url'>;
  /** How a role of ours stands, and whether its signed days say more than that; null where that is not known. */
  readonly told?: ToldRole | null;
  /** Null where the issuer has no page to be led to. */
  readonly issuerSlug: string | null;
  readonly reader: Reader;
};

/** Who was recognised, who says so, when, and on what kind of evidence. */
export function CredentialFacts({ facts, told = null, issuerSlug, reader }: FactsProps) {
  const { messages } = reader;
  const { message } = messages;
  const { language, period, hours, role, validUntil } = facts;
  return (
    <dl>
      <dt>{message('credential-holder')}</dt>
      <dd>
        <Holder holder={facts.holder} messages={messages} />
      </dd>
      <dt>{message('credential-issuer')}</dt>
      <dd>
        <IssuerName name={facts.issuerName} slug={issuerSlug} language={language} reader={reader} />
      </dd>
      <Signatories signatories={facts.signatories} messages={messages} />
      {role !== null && (
        <>
          <dt>{message('credential-role')}</dt>
          <dd>
            <Text text={role} language={language} />
          </dd>
        </>
      )}
      {period !== null && (
        <>
          <dt>{message(facts.kind === 'role' ? 'credential-term' : 'credential-period')}</dt>
          <dd>
            {told?.hidesDays !== true && <Days period={period} messages={messages} />}
            {told !== null && <RoleTold told={told} />}
          </dd>
        </>
      )}
      {hours !== null && (
        <>
          <dt>{message('credential-hours')}</dt>
          <dd>{message('credential-hours-value', hours, String(hours))}</dd>
        </>
      )}
      {facts.mentoring !== null && (
        <MentoringEntries mentoring={facts.mentoring} messages={messages} />
      )}
      <dt>{message('credential-evidence')}</dt>
      <dd>
        <Evidence evidenceClasses={facts.evidenceClasses} messages={messages} />
      </dd>
      <dt>{message('credential-issued')}</dt>
      <dd>
        <Day day={facts.issuedOn} messages={messages} />
      </dd>
      {validUntil !== null && (
        <>
          <dt>{message('credential-valid-until')}</dt>
          <dd>
            <Day day={validUntil} messages={messages} />
          </dd>
        </>
      )}
    </dl>
  );
}

type IssuerNameProps = {
  readonly name: string;
  readonly slug: string | null;
  readonly language: LanguageTag;
  readonly reader: Reader;
};

function IssuerName({ name, slug, language, reader }: IssuerNameProps) {
  const shown = <bdi lang={language}>{name}</bdi>;
  return slug === null ? shown : <a href={linkTo(`/issuers/${slug}`, reader)}>{shown}</a>;
}

function Evidence({ evidenceClasses, messages }: EvidenceProps) {
  const known = EVIDENCE_CLASSES.filter((one) => evidenceClasses.includes(one));
  if (known.length === 0) return <>{messages.message('credential-evidence-none')}</>;
  return (
    <ul class="plain">
      {known.map((one) => (
        <li>{evidenceName(one, messages)}</li>
      ))}
    </ul>
  );
}

type EvidenceProps = Pick<CertificateFacts, 'evidenceClasses'> & { readonly messages: Messages };

type MeaningProps = {
  readonly facts: CertificateFacts;
  readonly achievement: Achievement;
  readonly messages: Messages;
};

/**
 * What it was awarded for and what it does not mean, in the credential's own language; in the
 * achievement's source language where that has no translation.
 */
export function CredentialMeaning({ facts, achievement, messages }: MeaningProps) {
  const { message } = messages;
  const own = (map: LanguageMap) => textIn(map, [facts.language], achievement.sourceLanguage);
  return (
    <>
      <h2>{message('credential-criteria')}</h2>
      <Paragraph text={facts.achievementDescription} language={facts.language} />
      <Paragraph {...own(achievement.criteria)} />
      <ul dir={directionOf(facts.language)}>
        {achievement.requirements.map((requirement) => (
          <li>
            <Text {...own(requirement)} />
          </li>
        ))}
      </ul>
      <h2>{message('credential-not-mean')}</h2>
      <Paragraph {...own(achievement.doesNotMean)} />
    </>
  );
}

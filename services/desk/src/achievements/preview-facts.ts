import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { Achievement } from '@laurel/core/achievement';
import { issuerUrl } from '@laurel/core/addresses';
import { addMonths, dayOf } from '@laurel/core/day';
import { type LanguageMap, type LanguageTag, textIn } from '@laurel/core/language';
import { messagesFor } from '@laurel/i18n/messages';
import type { Member } from '../acting/member.ts';
import type { Desk } from '../env.ts';

/** Hours on the preview of what is usually awarded with hours. */
const EXAMPLE_HOURS = 5;

/** A certificate of an achievement for an invented person of today: no credential is inside. */
export function previewFacts(
  { origin, nowSeconds }: Desk,
  { issuer, issuerFace }: Member,
  facts: Achievement,
  language: LanguageTag,
): CertificateFacts {
  const today = dayOf(nowSeconds);
  const inLanguage = (map: LanguageMap) => textIn(map, [language], facts.sourceLanguage).text;
  const { kind, term, validityMonths } = facts;
  const name = inLanguage(facts.name);
  return {
    credentialId: 'preview',
    url: issuerUrl(origin, issuer),
    language,
    kind,
    achievementName: name,
    achievementDescription: inLanguage(facts.description),
    criteria: inLanguage(facts.criteria),
    doesNotMean: inLanguage(facts.doesNotMean),
    issuerName: inLanguage(issuerFace.names),
    holder: {
      mode: 'account',
      username: messagesFor(language).message('certificate-preview-holder'),
    },
    role: kind === 'role' ? name : null,
    period: { start: today, end: term === null ? today : addMonths(today, term.lengthMonths) },
    hours: facts.hours === 'recommended' ? EXAMPLE_HOURS : null,
    evidenceClasses: facts.evidenceClasses,
    issuedOn: today,
    validUntil: validityMonths === null ? null : addMonths(today, validityMonths),
    demonstration: issuerFace.demonstration,
    credential: null,
  };
}

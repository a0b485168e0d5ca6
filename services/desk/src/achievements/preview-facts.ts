import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { Achievement } from '@laurel/core/achievement';
import { issuerUrl } from '@laurel/core/addresses';
import { artSeed } from '@laurel/core/art-seed';
import { addMonths, dayOf } from '@laurel/core/day';
import { type LanguageMap, type LanguageTag, textIn } from '@laurel/core/language';
import type { Member } from '../acting/member.ts';
import type { Desk } from '../env.ts';
import { signatoriesIn } from '../signatories/signatories-in.ts';

/** Hours on the preview of what is usually awarded with hours. */
const EXAMPLE_HOURS = 5;

/** The texts that a certificate in a language would print and sign, in the source language where it lacks one. */
export function previewTexts(facts: Achievement, language: LanguageTag) {
  const inLanguage = (map: LanguageMap) => textIn(map, [language], facts.sourceLanguage);
  return {
    name: inLanguage(facts.name),
    description: inLanguage(facts.description),
    criteria: inLanguage(facts.criteria),
    requirements: facts.requirements.map(inLanguage),
    doesNotMean: inLanguage(facts.doesNotMean),
  };
}

/** A certificate of an achievement for an invented person of today: no credential is inside. */
export async function previewFacts(
  desk: Desk,
  { issuer, issuerFace }: Member,
  facts: Achievement,
  language: LanguageTag,
): Promise<CertificateFacts> {
  const { origin, nowSeconds } = desk;
  const today = dayOf(nowSeconds);
  const { kind, term, validityMonths } = facts;
  const texts = previewTexts(facts, language);
  const name = texts.name.text;
  return {
    credentialId: 'preview',
    url: issuerUrl(origin, issuer),
    language,
    kind,
    theme: facts.theme,
    artSeed: artSeed(issuer, facts.slug),
    achievementName: name,
    achievementDescription: texts.description.text,
    criteria: texts.criteria.text,
    doesNotMean: texts.doesNotMean.text,
    issuerName: textIn(issuerFace.names, [language], facts.sourceLanguage).text,
    logo: null,
    signatories: await signatoriesIn(desk, issuer, language, facts.sourceLanguage),
    holder: {
      mode: 'account',
      username: (await desk.messagesIn(language)).message('certificate-preview-holder'),
    },
    role: kind === 'role' ? name : null,
    period: { start: today, end: term === null ? today : addMonths(today, term.lengthMonths) },
    hours: facts.hours === 'recommended' ? EXAMPLE_HOURS : null,
    mentoring: null,
    evidenceClasses: facts.evidenceClasses,
    issuedOn: today,
    validUntil: validityMonths === null ? null : addMonths(today, validityMonths),
    demonstration: issuerFace.demonstration,
    credential: null,
    bundle: null,
    second: null,
  };
}

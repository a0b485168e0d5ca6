import type { Skill } from '@laurel/catalogue/catalogue-from';
import { type AchievementKind, languagesToSign } from '@laurel/core/achievement';
import { credentialUrl } from '@laurel/core/addresses';
import { type ChosenTexts, chosenTexts } from '@laurel/core/chosen-texts';
import type { Day } from '@laurel/core/day';
import { isJsonObject } from '@laurel/core/json';
import { type LanguageTag, type LocalisedText, textIn } from '@laurel/core/language';
import { type SignedFacts, signedFacts } from '@laurel/core/signed-facts';
import type { Desk } from '../../env.ts';
import type { OwnCredential } from '../own-credentials.ts';
import { draftStatement } from './draft-statement.ts';
import { type SkillGroup, skillGroups } from './skill-groups.ts';

/**
 * A credential as a résumé speaks of it. Facts are those that were signed; texts are in the language that
 * was chosen where the version of the achievement has it, else in the credential's own.
 */
export type ResumeEntry = {
  readonly own: OwnCredential;
  readonly id: string;
  /** The shortest address that verifies it. */
  readonly url: string;
  readonly kind: AchievementKind;
  readonly texts: ChosenTexts;
  /** What the holder begins with: a headline, and one text for each statement. */
  readonly headline: LocalisedText;
  readonly statements: readonly LocalisedText[];
  readonly period: SignedFacts['period'];
  readonly hours: number | null;
  readonly mentoring: SignedFacts['mentoring'];
  readonly issuedOn: Day;
  readonly validUntil: Day | null;
  readonly skills: readonly SkillGroup[];
  /** The signed document, byte for byte. */
  readonly document: string;
  readonly signed: SignedFacts;
};

/** What can stand in a résumé: nothing that ended. */
export function forResume(own: readonly OwnCredential[]): readonly OwnCredential[] {
  return own.filter(({ credential }) => credential.state === 'active');
}

/** The languages that one of these has texts in, each once. */
export function resumeLanguages(own: readonly OwnCredential[]): readonly LanguageTag[] {
  const tags = own.flatMap(({ credential, held: { achievement, issuer } }) => [
    credential.language,
    ...languagesToSign(achievement, issuer.demonstration),
  ]);
  return [...new Set(tags)];
}

/**
 * What was chosen, in its order; what has no bytes any more is left out.
 *
 * @param language null for each in its own.
 */
export async function resumeEntries(
  { signer, origin, tables }: Desk,
  accountId: string,
  own: readonly OwnCredential[],
  language: LanguageTag | null,
): Promise<readonly ResumeEntry[]> {
  const ids = own.map(({ credential }) => credential.credentialId);
  const copies = await signer.signedCopies(accountId, ids);
  const { skills } = await tables.catalogue();
  const documents = new Map(copies.map((copy) => [copy.credentialId, copy.document]));
  return own.flatMap((one) => {
    const document = documents.get(one.credential.credentialId);
    return document === undefined
      ? []
      : [entryOf(one, document, language ?? one.credential.language, { origin, skills })];
  });
}

function entryOf(
  own: OwnCredential,
  document: string,
  language: LanguageTag,
  { origin, skills }: { readonly origin: string; readonly skills: readonly Skill[] },
): ResumeEntry {
  const { achievement, issuer } = own.held;
  const credential: unknown = JSON.parse(document);
  if (!isJsonObject(credential)) throw new Error('what was signed is not an object');
  const signed = signedFacts(credential);
  const has = languagesToSign(achievement, issuer.demonstration).includes(language);
  const wanted = has ? [language, signed.language] : [signed.language];
  const inWanted = (map: Readonly<Record<string, string>>) =>
    textIn(map, wanted, achievement.sourceLanguage);
  const texts = chosenTexts(signed, achievement, issuer, language);
  const headline = draftStatement(inWanted(achievement.resumeHeadline));
  const statements = achievement.resumeStatements.map(inWanted);
  const { achievementName, achievementDescription } = texts;
  const fallback = { text: achievementDescription, language: achievementName.language };
  return {
    own,
    id: own.credential.credentialId,
    url: credentialUrl(origin, own.credential.credentialId),
    kind: signed.kind,
    texts,
    headline: headline.text === '' ? achievementName : headline,
    statements: (statements.length === 0 ? [fallback] : statements).map(draftStatement),
    period: signed.period,
    hours: signed.hours,
    mentoring: signed.mentoring,
    issuedOn: signed.issuedOn,
    validUntil: signed.validUntil,
    skills: skillGroups(credential, skills),
    document,
    signed,
  };
}

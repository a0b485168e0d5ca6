import type { CertificateFacts, SecondLanguage } from '@laurel/contracts/renderer-rpc';
import { artSeed } from '@laurel/core/art-seed';
import { isJsonObject } from '@laurel/core/json';
import { type LanguageTag, textIn } from '@laurel/core/language';
import { secondLanguages } from '@laurel/core/second-languages';
import { signedFacts } from '@laurel/core/signed-facts';
import type { VisibleCredential } from '../record/visible-credential.ts';

/**
 * The facts of a certificate: from the signed document itself, and for the limits of what it means
 * from the version of the achievement that it names, which never changes. So for a second language.
 */
export function certificateFacts(
  found: VisibleCredential,
  document: string,
  second: LanguageTag | null = null,
): CertificateFacts {
  const credential: unknown = JSON.parse(document);
  if (!isJsonObject(credential)) throw new Error('what was signed is not an object');
  const { url: _, ...facts } = signedFacts(credential);
  const { achievement } = found;
  const inItsLanguage = [facts.language];
  return {
    ...facts,
    credentialId: found.row.id,
    url: found.url,
    theme: achievement.theme,
    artSeed: artSeed(found.row.issuer, achievement.slug),
    logo: found.logo,
    criteria: textIn(achievement.criteria, inItsLanguage, achievement.sourceLanguage).text,
    doesNotMean: textIn(achievement.doesNotMean, inItsLanguage, achievement.sourceLanguage).text,
    demonstration: found.issuer.face.demonstration,
    credential: document,
    bundle: null,
    second: second === null ? null : secondTexts(found, second),
  };
}

/** The languages that can stand beside a credential’s own on its certificate. */
export function secondLanguagesOf({
  achievement,
  issuer,
  row,
}: VisibleCredential): readonly LanguageTag[] {
  return secondLanguages(achievement, issuer.face.demonstration, row.language);
}

/** A language in which the achievement has its texts. What it does not mean may be missing in it. */
function secondTexts(
  { achievement, issuer }: VisibleCredential,
  language: LanguageTag,
): SecondLanguage {
  const { name, description, criteria, doesNotMean } = achievement;
  return {
    language,
    achievementName: name[language] ?? '',
    achievementDescription: description[language] ?? '',
    criteria: criteria[language] ?? '',
    doesNotMean: doesNotMean[language] ?? '',
    issuerName: textIn(issuer.face.names, [language]).text,
  };
}

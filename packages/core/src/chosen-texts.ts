import { type Achievement, languagesToSign } from './achievement.ts';
import { type LanguageMap, type LanguageTag, type LocalisedText, textIn } from './language.ts';
import type { SignedFacts } from './signed-facts.ts';

/** What is said of a credential in a language that its holder chose. */
export type ChosenTexts = {
  readonly achievementName: LocalisedText;
  readonly issuerName: LocalisedText;
  readonly achievementDescription: string;
  readonly criteria: string;
  readonly doesNotMean: string;
  readonly role: string | null;
};

/**
 * The texts of the version that was signed, in the language that was chosen where it has them all, else
 * as they were signed.
 */
export function chosenTexts(
  signed: SignedFacts,
  achievement: Achievement,
  issuer: { readonly names: LanguageMap; readonly demonstration: boolean },
  language: LanguageTag,
): ChosenTexts {
  const has = languagesToSign(achievement, issuer.demonstration).includes(language);
  const source = achievement.sourceLanguage;
  const asSigned = (text: string): LocalisedText => ({ text, language: signed.language });
  const achievementName = has
    ? textIn(achievement.name, [language, signed.language], source)
    : asSigned(signed.achievementName);
  const said = (map: LanguageMap) => textIn(map, [achievementName.language], source).text;
  const issuerName = issuer.names[language];
  const isSigned = achievementName.language === signed.language;
  return {
    achievementName,
    issuerName:
      has && issuerName !== undefined
        ? { text: issuerName, language }
        : asSigned(signed.issuerName),
    achievementDescription: isSigned
      ? signed.achievementDescription
      : said(achievement.description),
    criteria: said(achievement.criteria),
    doesNotMean: said(achievement.doesNotMean),
    // The role is the achievement itself, unless it was signed with a name of its own.
    role: signed.role === signed.achievementName ? achievementName.text : signed.role,
  };
}

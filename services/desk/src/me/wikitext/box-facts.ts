import { credentialUrl } from '@laurel/core/addresses';
import type { Day } from '@laurel/core/day';
import { type LanguageMap, type LanguageTag, textIn } from '@laurel/core/language';
import { longDate } from '@laurel/i18n/long-date';
import type { OwnCredential } from '../own-credentials.ts';
import type { BoxFacts } from './boxes.ts';

/** What boxes say of a credential in a language, or in the achievement's own where it has no such text. */
export function boxFacts(
  { credential, held: { award, achievement, issuer } }: OwnCredential,
  language: LanguageTag,
  origin: string,
): BoxFacts {
  const source = achievement.sourceLanguage;
  const inLanguage = (map: LanguageMap) => textIn(map, [language], source);
  return {
    language,
    title: inLanguage(achievement.name),
    description: inLanguage(achievement.description),
    issuer: textIn(issuer.names, [language], 'en'),
    period: award.periodStart === '' ? null : days(award.periodStart, award.periodEnd, language),
    url: credentialUrl(origin, credential.credentialId),
  };
}

function days(start: Day, end: Day, language: LanguageTag): string {
  const first = longDate(start, language);
  return start === end ? first : `${first} – ${longDate(end, language)}`;
}

import type { Achievement } from '@laurel/core/achievement';
import { achievementUrl, issuerDid, issuerUrl } from '@laurel/core/addresses';
import type { JsonObject } from '@laurel/core/json';
import { type LanguageTag, textIn } from '@laurel/core/language';
import { CREDENTIAL_CONTEXTS } from '@laurel/core/open-badge';
import { INTERFACE_LANGUAGES, type Messages } from '@laurel/i18n/messages';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import type { AchievementWithIssuer } from '../record/achievement.ts';

const TYPES = { contribution: 'ext:Contribution', role: 'ext:Role', training: 'ext:Training' };

/**
 * An achievement as JSON-LD (1EdTech Open Badges 3.0, Achievement), in the language wanted most.
 *
 * @param messagesIn the messages of a language of pages.
 */
export async function achievementDocument(
  found: AchievementWithIssuer,
  origin: string,
  wanted: readonly LanguageTag[],
  messagesIn: (language: LanguageTag) => Promise<Messages>,
): Promise<JsonObject> {
  const { id, facts, face } = found;
  const url = achievementUrl(origin, id);
  const name = textIn(facts.name, wanted, facts.sourceLanguage);
  const text = (map: Parameters<typeof textIn>[0]) =>
    textIn(map, [name.language], facts.sourceLanguage).text;
  const messages = await messagesIn(chooseLanguage([name.language], INTERFACE_LANGUAGES, 'en'));
  return {
    '@context': [...CREDENTIAL_CONTEXTS],
    id: url,
    type: ['Achievement'],
    achievementType: TYPES[facts.kind],
    version: facts.version,
    inLanguage: name.language,
    name: name.text,
    description: text(facts.description),
    criteria: {
      id: `${url}#criteria`,
      narrative: [facts.criteria, ...facts.requirements, facts.doesNotMean].map(text).join('\n\n'),
    },
    creator: {
      id: issuerDid(origin, face.slug),
      type: ['Profile'],
      name: textIn(face.names, [name.language]).text,
      url: issuerUrl(origin, face.slug),
    },
    tag: [...facts.skills, ...keywords(facts, messages)],
    alignment: facts.alignments.map(({ targetName, targetUrl }) => ({
      id: targetUrl,
      type: ['Alignment'],
      targetName,
      targetUrl,
    })),
  };
}

/** For those who search. They are not signed: they say nothing of the person, and the version is named. */
function keywords(
  { theme, engagementLevels }: Achievement,
  { message }: Messages,
): readonly string[] {
  return [
    ...(theme === null ? [] : [message(`achievement-theme-${theme}`)]),
    ...engagementLevels.map((level) => message(`engagement-level-${level}`)),
  ];
}

import type { Achievement } from '@laurel/core/achievement';
import { type LanguageTag, textIn } from '@laurel/core/language';
import { INTERFACE_LANGUAGES } from '@laurel/i18n/messages';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import type { Desk } from '../env.ts';

/** Where messages go whose reader's own wiki is not known. */
const COMMON_WIKI = 'meta.wikimedia.org';

export type ShareTexts = {
  /** For a chat group. */
  readonly message: string;
  /** For a talk page. Names nobody. */
  readonly wikitext: string;
};

/** What an organizer sends on, in the language of the award: where people find theirs. Names nobody. */
export async function shareTexts(
  { messagesIn }: Desk,
  achievement: Achievement,
  language: LanguageTag,
  ownPage: string,
): Promise<ShareTexts> {
  const { message } = await messagesIn(chooseLanguage([language], INTERFACE_LANGUAGES, 'en'));
  const { text: name } = textIn(achievement.name, [language], achievement.sourceLanguage);
  return {
    message: message('batches-share-message', name, ownPage),
    wikitext: `== ${inWikitext(name)} ==\n${message('batches-share-message', inWikitext(name), ownPage)} ~~~~\n`,
  };
}

/**
 * A delivery list for the MassMessage extension: one target a line (mediawiki.org,
 * Help:Extension:MassMessage). A user name holds none of the characters that mean something there.
 */
export function massMessageList(usernames: readonly string[]): string {
  return usernames.map((name) => `{{#target:User talk:${name}|${COMMON_WIKI}}}\n`).join('');
}

/** A text of somebody's, so that nothing in it is wikitext (Help:Formatting, `nowiki`). */
function inWikitext(text: string): string {
  return text.replace(/[&<>[\]{}|'=~*#:;]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

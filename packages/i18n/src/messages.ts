import { type Direction, directionOf, type LanguageTag } from '@laurel/core/language';
import { unavailable } from '@laurel/core/unavailable';
import Banana from 'banana-i18n';
import {
  INTERFACE_LANGUAGES,
  isDraft,
  type MessageKey,
  type Texts,
  textsAtHand,
  unreadAsset,
} from './texts-at-hand.ts';

export { INTERFACE_LANGUAGES, type MessageKey };

/** The keys that begin so: all that one thing says. Throws as `message` does where English was not loaded. */
export function keysUnder(prefix: string): readonly MessageKey[] {
  if (unreadAsset('en') !== null) throw unavailable('the keys of messages');
  return Object.keys(textsAtHand('en')).filter((key): key is MessageKey => key.startsWith(prefix));
}

/**
 * The messages of one language, falling back to English for each message that is missing.
 *
 * `message` returns plain text: it is not escaped for HTML (banana-i18n escapes nothing), so it must
 * pass through an escaping template. Numbers in `{{PLURAL:$1|…}}` are given as numbers.
 */
export type Messages = {
  readonly language: LanguageTag;
  readonly direction: Direction;
  /** True where no person has reviewed the translation; pages say so. */
  readonly draft: boolean;
  readonly message: (key: MessageKey, ...parameters: readonly (string | number)[]) => string;
};

const made = new Map<LanguageTag, { readonly of: Texts; readonly messages: Messages }>();

/**
 * The messages for a language of {@link INTERFACE_LANGUAGES}; English for any other. A Worker whose messages are
 * static assets has the few of a refusal at hand from the start, and all of them once they were loaded (`loadMessages`).
 * What is not at hand is not said: `message` throws that it is unavailable.
 */
export function messagesFor(language: LanguageTag): Messages {
  const known = INTERFACE_LANGUAGES.includes(language) ? language : 'en';
  const texts = textsAtHand(known);
  const before = made.get(known);
  if (before?.of === texts) return before.messages;
  const messages = messagesOf(known, texts);
  made.set(known, { of: texts, messages });
  return messages;
}

function messagesOf(language: LanguageTag, texts: Texts): Messages {
  const banana = new Banana(language);
  banana.load(texts, language);
  // Banana parses a message each time; one without parameters always says the same.
  const standing = new Map<MessageKey, string>();
  const asItStands = (key: MessageKey) => {
    const text = standing.get(key) ?? banana.i18n(key);
    standing.set(key, text);
    return text;
  };
  return {
    language,
    direction: directionOf(language),
    draft: isDraft(language),
    message: (key, ...parameters) => {
      // Banana would say the key itself.
      if (texts[key] === undefined) throw unavailable(key);
      return parameters.length === 0 ? asItStands(key) : banana.i18n(key, ...parameters);
    },
  };
}

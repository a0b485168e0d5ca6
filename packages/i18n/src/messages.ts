import { type Direction, directionOf, type LanguageTag } from '@laurel/core/language';
import texts from '@laurel/i18n/texts';
import Banana from 'banana-i18n';

/** A key of `i18n/en.json`. A misspelt key does not compile. */
export type MessageKey = Exclude<keyof typeof texts.en, '@metadata'>;

type MessageFile = {
  readonly '@metadata': {
    readonly authors: readonly string[];
    readonly draft?: boolean;
  };
} & Partial<Record<MessageKey, string>>;

const isKey = (name: string): name is MessageKey => name !== '@metadata' && name in texts.en;
const KEYS = Object.keys(texts.en).filter(isKey);

const FILES: Readonly<Record<LanguageTag, MessageFile>> = texts;

/** The keys that begin so: all that one thing says. */
export function keysUnder(prefix: string): readonly MessageKey[] {
  return KEYS.filter((key) => key.startsWith(prefix));
}

/** The languages that pages can be read in. */
export const INTERFACE_LANGUAGES: readonly LanguageTag[] = Object.keys(FILES);

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

const loaded = new Map<LanguageTag, Messages>();

/** The messages for a language of {@link INTERFACE_LANGUAGES}; English for any other. */
export function messagesFor(language: LanguageTag): Messages {
  const known = FILES[language] === undefined ? 'en' : language;
  const before = loaded.get(known);
  if (before !== undefined) return before;

  const banana = new Banana(known);
  banana.load({ ...textsOf(texts.en), ...textsOf(FILES[known] ?? texts.en) }, known);
  // Banana parses a message each time; one without parameters always says the same.
  const standing = new Map<MessageKey, string>();
  const asItStands = (key: MessageKey) => {
    const text = standing.get(key) ?? banana.i18n(key);
    standing.set(key, text);
    return text;
  };
  const messages: Messages = {
    language: known,
    direction: directionOf(known),
    draft: FILES[known]?.['@metadata'].draft === true,
    message: (key, ...parameters) =>
      parameters.length === 0 ? asItStands(key) : banana.i18n(key, ...parameters),
  };
  loaded.set(known, messages);
  return messages;
}

function textsOf(file: MessageFile): Record<string, string> {
  const { '@metadata': _, ...texts } = file;
  return texts;
}

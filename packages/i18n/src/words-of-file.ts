import { type Direction, directionOf, type LanguageTag } from '@laurel/core/language';
import Banana from 'banana-i18n';

/** The words of a file in one language, by their keys. Plain text, escaped for nothing, like that of `Messages`. */
export type Words<Key extends string> = {
  readonly language: LanguageTag;
  readonly direction: Direction;
  /** True where no person has reviewed the translation; whatever shows them says so. */
  readonly draft: boolean;
  readonly message: (key: Key, ...parameters: readonly (string | number)[]) => string;
};

type WordFile<Key extends string> = {
  readonly '@metadata': { readonly draft?: boolean };
} & Readonly<Record<Key, string>>;

/** Makes messages of a file of `i18n/certificate` or `i18n/letter`. */
export function wordsOfFile<Key extends string>(tag: LanguageTag, file: WordFile<Key>): Words<Key> {
  const { '@metadata': metadata, ...texts } = file;
  const banana = new Banana(tag);
  banana.load(texts, tag);
  return {
    language: tag,
    direction: directionOf(tag),
    draft: metadata.draft === true,
    message: (key, ...parameters) => banana.i18n(key, ...parameters),
  };
}

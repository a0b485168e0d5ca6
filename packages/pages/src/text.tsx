import { directionOf, type LanguageMap, type LanguageTag, textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';

type TextProps = { readonly text: string; readonly language: LanguageTag };

/** A text in a language that need not be the page's. */
export function Text({ text, language }: TextProps) {
  return (
    <span lang={language} dir={directionOf(language)}>
      {text}
    </span>
  );
}

/** The same as a paragraph of its own. */
export function Paragraph({ text, language }: TextProps) {
  return (
    <p lang={language} dir={directionOf(language)}>
      {text}
    </p>
  );
}

/** The text of a map in the language that its reader likes best. */
export function textFor(map: LanguageMap, reader: Reader, source?: LanguageTag) {
  return textIn(map, [...reader.languages, reader.messages.language], source);
}

import { directionOf, type LanguageMap, textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';

type LocalisedProps = {
  readonly texts: LanguageMap;
  readonly reader: Reader;
  readonly source?: string;
};

/** A text in the reader's language if it has that, marked with the language that it is in. */
export function Localised({ texts, reader, source = 'en' }: LocalisedProps) {
  const { text, language } = textIn(texts, reader.languages, source);
  return (
    <span lang={language} dir={directionOf(language)}>
      {text}
    </span>
  );
}

/** The same as plain text, for a page's title. */
export function nameIn(texts: LanguageMap, reader: Reader, source = 'en'): string {
  return textIn(texts, reader.languages, source).text;
}

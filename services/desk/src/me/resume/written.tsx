import { directionOf, type LocalisedText } from '@laurel/core/language';

/** A text marked with the language that it is in. */
export function Written({ text: { text, language } }: { readonly text: LocalisedText }) {
  return (
    <bdi lang={language} dir={directionOf(language)}>
      {text}
    </bdi>
  );
}

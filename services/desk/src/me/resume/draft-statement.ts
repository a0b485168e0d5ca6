import type { LocalisedText } from '@laurel/core/language';

/** `{participantCount|volunteer}`: what the holder may fill in, and the words that stand there meanwhile. */
const PLACEHOLDER = /\{[a-z][A-Za-z]*\|([^{}|]+)\}/g;

/** A statement as a first draft: the words that stand in for what nobody filled in. */
export function draftStatement({ text, language }: LocalisedText): LocalisedText {
  return { text: text.replace(PLACEHOLDER, '$1'), language };
}

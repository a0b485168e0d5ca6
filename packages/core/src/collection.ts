import { textMistake } from './plain-text.ts';
import { proseOf } from './prose.ts';

/** The most credentials in one collection: each is verified whenever somebody opens it. */
export const MAX_COLLECTED = 50;

/** The most collections of one account. */
export const MAX_COLLECTIONS = 30;

/** UTF-16 code units, as HTML's `maxlength` counts. */
export const MAX_COLLECTION_TITLE = 120;
export const MAX_COLLECTION_WORDS = 1_000;

/** What a holder writes over a collection. */
export type CollectionTexts = {
  /** One line. */
  readonly title: string;
  /** May be empty, and have several lines. */
  readonly words: string;
};

export type CollectionTextMistake = 'missing' | 'long' | 'unseen' | 'direction';

/** What was typed, as it is kept. What is wrong with it stays in it, to be told. */
export function collectionTextsFrom(title: string, words: string): CollectionTexts {
  return {
    title: title
      .normalize('NFC')
      .replace(/\p{Zs}+/gu, ' ')
      .trim(),
    words: proseOf(words),
  };
}

/** What keeps texts from being shown, by the field; empty where nothing does. */
export function collectionTextMistakes({
  title,
  words,
}: CollectionTexts): ReadonlyMap<keyof CollectionTexts, CollectionTextMistake> {
  const mistakes = [
    ['title', title === '' ? 'missing' : mistakeIn(title, MAX_COLLECTION_TITLE)] as const,
    ['words', mistakeIn(words.replaceAll('\n', ' '), MAX_COLLECTION_WORDS)] as const,
  ];
  return new Map(
    mistakes.flatMap(([field, mistake]) => (mistake === null ? [] : [[field, mistake]])),
  );
}

function mistakeIn(text: string, most: number): CollectionTextMistake | null {
  return text.length > most ? 'long' : textMistake(text);
}

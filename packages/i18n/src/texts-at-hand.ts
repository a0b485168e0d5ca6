import type { LanguageTag } from '@laurel/core/language';
import texts from '@laurel/i18n/texts';

/** A key of `i18n/en.json`. A misspelt key does not compile. */
export type MessageKey = Exclude<keyof typeof texts.en, '@metadata'>;

/** Texts of one language by their keys, as translators write them. */
export type Texts = Readonly<Record<string, string>>;

type TextFile = {
  readonly '@metadata': {
    readonly authors: readonly string[];
    readonly draft?: boolean;
    /** The name of the static asset with all of them, where only a few stand here. */
    readonly asset?: string;
  };
} & Partial<Record<MessageKey, string>>;

const FILES: Readonly<Record<LanguageTag, TextFile>> = texts;

/** What stood here from the start, and what was read since, for the life of the process. */
const atHand = new Map<LanguageTag, Texts>(
  Object.entries(FILES).map(([tag, file]) => [tag, { ...textsOf(texts.en), ...textsOf(file) }]),
);
const unread = new Map<LanguageTag, string>(
  Object.entries(FILES).flatMap(
    ([
      tag,
      {
        '@metadata': { asset },
      },
    ]) => (asset === undefined ? [] : [[tag, asset]]),
  ),
);

/** The languages that pages can be read in. */
export const INTERFACE_LANGUAGES: readonly LanguageTag[] = Object.keys(FILES);

/** True where no person has reviewed the texts of a language. */
export function isDraft(tag: LanguageTag): boolean {
  return FILES[tag]?.['@metadata'].draft === true;
}

/** The texts of a language of {@link INTERFACE_LANGUAGES} that can be said now; the same object until others are. */
export function textsAtHand(tag: LanguageTag): Texts {
  return atHand.get(tag) ?? {};
}

/** The asset that has all texts of a language; null where they are at hand. */
export function unreadAsset(tag: LanguageTag): string | null {
  return unread.get(tag) ?? null;
}

/** Has these texts at hand: all that this process can say in a language. */
export function keepTexts(tag: LanguageTag, all: Texts): void {
  atHand.set(tag, all);
  unread.delete(tag);
}

function textsOf({ '@metadata': _, ...own }: TextFile): Texts {
  return own;
}

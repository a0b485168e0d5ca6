import type { LanguageTag } from '@laurel/core/language';

/** A file inside a PDF. Nothing of it is to be trusted, its name least of all. */
export type EmbeddedFile = {
  readonly name: string;
  /** As the PDF says; null where it says nothing. */
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
};

/** What a page says. */
export type PageText = {
  /** Pieces of text in the order in which they are drawn; a line break or a gap is a piece of white space. */
  readonly runs: readonly string[];
  /** True where some of its text is not seen: drawn without colour or too small, or under what is painted later. */
  readonly hides: boolean;
  /** Notes, stamps, drawings and fields that lie over the page. */
  readonly marks: number;
};

/** A PDF taken apart. */
export type PdfParts = {
  /** Those that are no larger than a credential can be. */
  readonly files: readonly EmbeddedFile[];
  /** The first pages, as far as they could be read. */
  readonly pages: readonly PageText[];
  /** False where there is more on its pages than was read. */
  readonly wholly: boolean;
  /** True where it may show something else than its pages: layers, forms of another kind, scripts, other files. */
  readonly changes: boolean;
  /** Null where it gives none. */
  readonly title: string | null;
  /** BCP 47, if it is right; null where it gives none. */
  readonly language: string | null;
};

/** What certificates say of their own. */
export type PrintedWords = {
  /** Labels and sentences, in each of the languages that were asked for. */
  readonly labels: readonly string[];
  /** The hours in words, in each of them; empty where there are none. */
  readonly hours: readonly string[];
};

/** What a letter of confirmation says, text by text. */
export type LetterWords = {
  /** The language in which its days are written. */
  readonly language: LanguageTag;
  /** What it may be called; it stands below what nobody signed. */
  readonly titles: readonly string[];
  /** What stands before and behind the name of whom it is for; empty texts where nothing does. */
  readonly addressed: readonly (readonly [string, string])[];
  /** What stands there where nobody is named. */
  readonly toWhom: readonly string[];
  /** One for each credential: its texts, and its hours in words. */
  readonly entries: readonly {
    readonly texts: readonly string[];
    readonly hours: readonly string[];
  }[];
  /** Its issuers, as its head names them. */
  readonly issuers: string;
  /** What else it says of its own, on all pages. */
  readonly around: readonly string[];
  /** What it says in some cases, or once said. */
  readonly sometimes: readonly string[];
};

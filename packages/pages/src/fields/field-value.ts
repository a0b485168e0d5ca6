import type { LanguageTag } from '@laurel/core/language';

export type TextInLanguage = { readonly text: string; readonly language: LanguageTag | null };

/** What a field says, by how it is to be shown. None of it was made for a page: it may be anything. */
export type FieldValue =
  | ({ readonly kind: 'text' } & TextInLanguage)
  /** One text in several languages. */
  | { readonly kind: 'languages'; readonly texts: readonly TextInLanguage[] }
  /** A day or a moment; `day` is `YYYY-MM-DD` as it was written, in its own time zone. */
  | { readonly kind: 'moment'; readonly day: string; readonly written: string }
  /** An absolute address of any scheme. */
  | { readonly kind: 'address'; readonly address: string }
  /** Data within the document. */
  | { readonly kind: 'data'; readonly mediaType: string; readonly bytes: number }
  | { readonly kind: 'number'; readonly written: string }
  | { readonly kind: 'answer'; readonly yes: boolean }
  | { readonly kind: 'empty' }
  | { readonly kind: 'list'; readonly items: readonly FieldValue[] }
  | { readonly kind: 'group'; readonly fields: readonly Field[] };

export type Field = { readonly name: string; readonly value: FieldValue };

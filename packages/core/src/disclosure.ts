import type { LanguageTag } from './language.ts';

/** What a credential says of who holds it, as its holder may choose. */
export const DISCLOSURES = ['account', 'name', 'none'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

/** What an organizer may propose, and what is signed with consent on paper: a name is its holder's alone to give. */
export const OFFERED_DISCLOSURES = ['account', 'none'] as const;
export type OfferedDisclosure = (typeof OFFERED_DISCLOSURES)[number];

/** A choice of disclosure. Of a name only the writing is chosen: what it says stands in the account's declaration. */
export type ChosenDisclosure =
  | { readonly disclosure: OfferedDisclosure }
  | { readonly disclosure: 'name'; readonly writing: LanguageTag };

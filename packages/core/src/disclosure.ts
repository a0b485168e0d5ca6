/** What a credential says of who holds it. `name` is a name the holder gives, signed as self-declared. */
export const DISCLOSURES = ['account', 'name', 'none'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

/** The modes that can be signed today. */
export const OFFERED_DISCLOSURES = ['account', 'none'] as const;
export type OfferedDisclosure = (typeof OFFERED_DISCLOSURES)[number];

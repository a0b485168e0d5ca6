/** The fewest and the most letters of a slug: it is read aloud, and stands in every DID of its issuer. */
export const MIN_SLUG_LENGTH = 3;
export const MAX_SLUG_LENGTH = 40;

/** What would be taken for this service, for the Foundation or its projects, or for a part of an address. */
const RESERVED = new Set([
  ...['laurel', 'steward', 'stewards', 'admin', 'root', 'system', 'service', 'official', 'staff'],
  ...['wikimedia', 'wikimedia-foundation', 'wmf', 'foundation', 'wikipedia', 'wiktionary'],
  ...['wikidata', 'wikisource', 'wikiquote', 'wikibooks', 'wikinews', 'wikiversity', 'wikivoyage'],
  ...['wikispecies', 'wikifunctions', 'wikimedia-commons', 'commons', 'meta', 'mediawiki'],
  ...['affcom', 'affiliations-committee', 'arbcom', 'board', 'board-of-trustees', 'u4c'],
  ...['api', 'desk', 'new', 'apply', 'login', 'verify', 'health', 'status', 'issuers', 'settings'],
  ...['null', 'undefined', 'none', 'unknown', 'anonymous', 'example'],
]);

export type SlugMistake = 'shape' | 'reserved';

/** Why a slug cannot be anybody's; null where it could be. Lower-case ASCII, words joined by one hyphen. */
export function slugMistake(slug: string): SlugMistake | null {
  const isShaped =
    /^[a-z\d]+(?:-[a-z\d]+)*$/.test(slug) &&
    /[a-z]/.test(slug) &&
    slug.length >= MIN_SLUG_LENGTH &&
    slug.length <= MAX_SLUG_LENGTH;
  if (!isShaped) return 'shape';
  return RESERVED.has(slug) ? 'reserved' : null;
}

/** A slug made of a name; empty where the name has too few Latin letters for one. */
export function slugFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{Mn}|['’ʻʼ]/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-');
  const slug = plain.slice(0, MAX_SLUG_LENGTH).replaceAll(/^-+|-+$/g, '');
  return slugMistake(slug) === null ? slug : '';
}

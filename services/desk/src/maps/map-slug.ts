/** Leaves room in an address for a number after it. */
const MAX_LENGTH = 40;

/** An address that stands where a map's does. */
const TAKEN = 'new';

/** The word by which a map of this title is called in addresses; `map` where no Latin letter is left. */
export function mapSlugFrom(title: string): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replaceAll(/^-+|-+$/g, '');
  return /[a-z]/.test(slug) && slug !== TAKEN ? slug : 'map';
}

/** The domains of the movement's wikis (Wikimedia's `wmf-config`, `multiversion`), with what lies below. */
const WIKIS =
  /^(?:[a-z\d-]+\.)*(?:wikipedia|wiktionary|wikibooks|wikinews|wikiquote|wikisource|wikiversity|wikivoyage|wikidata|wikimedia|mediawiki|wikifunctions)\.org$/;

/** Whether a host name is one of a wiki of the movement. */
export function isWikiHost(hostname: string): boolean {
  return WIKIS.test(hostname);
}

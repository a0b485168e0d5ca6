import { isReachable } from './wikimedia.ts';

/** The families of wikis that share their events; each also with a language before it. */
const FAMILIES = [
  ...['wikimedia.org', 'wikipedia.org', 'wikidata.org', 'mediawiki.org', 'wikifunctions.org'],
  ...['wikibooks.org', 'wikinews.org', 'wikiquote.org', 'wikisource.org', 'wikiversity.org'],
  ...['wikivoyage.org', 'wiktionary.org'],
];

const MAX_EVENT_ID = 2 ** 31 - 1;

/**
 * The id of an event of CampaignEvents, as an organizer gives it: the number, or the address of one of
 * the event's pages, whose last part is the number (`Special:EventDetails/42`, under any of its names).
 * Null for anything else. The address is read and never called. Test wikis have other events under the
 * same numbers, so theirs are refused.
 */
export function eventIdIn(given: string, wikimediaBaseUrl: string): number | null {
  const text = given.trim();
  const digits = /^#?(\d{1,10})$/.exec(text)?.[1] ?? digitsOfAddress(text, wikimediaBaseUrl);
  const id = Number(digits ?? Number.NaN);
  return id >= 1 && id <= MAX_EVENT_ID ? id : null;
}

function digitsOfAddress(text: string, wikimediaBaseUrl: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !isReachable(url)) return undefined;
  if (url.origin !== new URL(wikimediaBaseUrl).origin && !isWiki(url)) return undefined;
  const title = url.searchParams.get('title') ?? url.pathname;
  return /\/(\d{1,10})$/.exec(title)?.[1];
}

function isWiki({ protocol, hostname }: URL): boolean {
  if (protocol !== 'https:' || /^test/.test(hostname)) return false;
  return FAMILIES.some((family) => hostname === family || hostname.endsWith(`.${family}`));
}

import { isUserNamespace } from '@laurel/core/user-namespace';

/** The families of wikis on which accounts are global. */
const WIKI_HOST =
  /^(?:[a-z\d-]+\.)*(?:wikipedia|wikimedia|wiktionary|wikisource|wikiquote|wikibooks|wikinews|wikiversity|wikivoyage|wikidata|mediawiki|wikifunctions)\.org$/i;

/** `[[User:X|some text]]`, with or without a colon or a wiki before it. */
const WIKI_LINK = /^\[\[:?([^[\]|]+)(?:\|[^[\]]*)?\]\]/u;
/** The templates that name a user: `{{u|X}}`, `{{ping|X}}`. */
const USER_TEMPLATE =
  /^\{\{\s*(?:u|user|ul|ping|reply|reply to|re|@|usuario|usuário|utilisateur|مستخدم)\s*\|([^{}|]+)[^{}]*\}\}/iu;

/** Pages that are about the account in their title. */
const ABOUT = /^(?:special|user talk)$/i;
const SPECIAL_PAGE = /^(?:contributions|centralauth|emailuser|log)\//i;

/**
 * The user name, or the title of the user page, that a link tells: a link of wikitext, a template that
 * names a user, or the web address of a page about an account. Null for what is no link; an address
 * that is about nobody stays as it is, for whoever reads it to be refused.
 */
export function nameInLink(text: string): string | null {
  const [, template] = USER_TEMPLATE.exec(text) ?? [];
  if (template !== undefined) return template.trim();
  const [, title] = WIKI_LINK.exec(text) ?? [];
  if (title !== undefined) return nameInTitle(title) ?? title;
  const url = urlOf(text);
  if (url === null) return null;
  const path = /^\/wiki\/(.+)$/.exec(url.pathname)?.[1];
  const page = path === undefined ? url.searchParams.get('title') : decoded(path);
  const target = url.searchParams.get('target') ?? url.searchParams.get('user');
  if (target !== null && target !== '') return target;
  return (page === null ? undefined : nameInTitle(page.replaceAll('_', ' '))) ?? text;
}

function urlOf(text: string): URL | null {
  const address = /^\/\//.test(text) ? `https:${text}` : text;
  const whole = /^https?:/i.test(address) ? address : `https://${address}`;
  if (whole !== address && !/^[a-z\d.-]+\.org\/(?:wiki\/|w\/)/i.test(text)) return null;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  return WIKI_HOST.test(url.hostname) ? url : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `User:X/subpage`, `w:de:Benutzer:X`, `Special:Contributions/X`; undefined where it is no such title. */
function nameInTitle(title: string): string | undefined {
  const parts =
    title
      .split('#')[0]
      ?.split(':')
      .map((part) => part.trim()) ?? [];
  const at = parts.findIndex((part) => isUserNamespace(part) || ABOUT.test(part));
  const rest = at === -1 ? '' : parts.slice(at + 1).join(':');
  if (rest === '') return undefined;
  if (/^special$/i.test(parts[at] ?? '')) {
    return SPECIAL_PAGE.test(rest) ? rest.replace(SPECIAL_PAGE, '').split('/')[0] : undefined;
  }
  return rest.split('/')[0];
}

import { isWikiHost } from './wiki-host.ts';

const REVISION = /^[1-9]\d{0,14}$/;

/** Pages of MediaWiki that stand for one edit (Help:Permanent link; Special:Diff). */
const SPECIAL =
  /^\/wiki\/[^/:]+:(?:Diff|MobileDiff|PermanentLink|Permalink)\/[1-9]\d{0,14}(?:\/(?:[1-9]\d{0,14}|prev|next|cur))?$/i;

const MAX_LENGTH = 1_000;

/**
 * A permanent link to one edit of a Wikimedia wiki, as it is kept: https, without a fragment, an `oldid`
 * or a `diff` of a number, or a special page that stands for them. Null for any other address.
 */
export function readProofLink(written: string): string | null {
  const url = URL.parse(written.trim());
  if (url === null || written.length > MAX_LENGTH) return null;
  const { protocol, username, password, port, hostname, pathname, searchParams } = url;
  if (protocol !== 'https:' || username !== '' || password !== '' || port !== '') return null;
  if (!isWikiHost(hostname)) return null;
  const isOfEdit =
    SPECIAL.test(pathname) ||
    (/^\/w(?:iki\/.|\/index\.php$)/.test(pathname) &&
      ['oldid', 'diff'].some((name) => REVISION.test(searchParams.get(name) ?? '')));
  if (!isOfEdit) return null;
  url.hash = '';
  return url.href;
}

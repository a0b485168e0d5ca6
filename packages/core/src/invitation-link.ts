import { isWikiHost } from './wiki-host.ts';

/** Where the movement teaches and organizes besides its wikis: WikiLearn, the programs dashboard, the Foundation. */
const BESIDES_WIKIS = ['learn.wiki', 'outreachdashboard.wmflabs.org', 'wikimediafoundation.org'];

const MAX_LENGTH = 1_000;

/** An https address on Wikimedia's domains, as it is kept; null for any other. */
export function readInvitationLink(written: string): string | null {
  const url = URL.parse(written.trim());
  if (url === null || written.length > MAX_LENGTH) return null;
  const { protocol, username, password, port, hostname, href } = url;
  if (protocol !== 'https:' || username !== '' || password !== '' || port !== '') return null;
  return isWikiHost(hostname) || BESIDES_WIKIS.includes(hostname) ? href : null;
}

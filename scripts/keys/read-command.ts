import { isId } from '@laurel/core/id';
import { RECORD_OWNER } from '@laurel/core/key-owners';

export type KeyCommand =
  | { readonly command: 'list' }
  /** Null for every issuer and the keys that sign learner records. */
  | { readonly command: 'rotate'; readonly slug: string | null }
  /** The key-encryption secret is lost, and with it every private half. */
  | { readonly command: 'secret-lost' }
  | { readonly command: 'compromised'; readonly keyId: string; readonly sinceSeconds: number };

const USAGE = `npm run keys -- list
npm run keys -- rotate SLUG | ${RECORD_OWNER} | --all
npm run keys -- compromised KEY-ID --since 2026-11-20T03:00:00Z
npm run keys -- secret-lost --retire-all

With --remote it prints the commands that do the same on Cloudflare. docs/keys.md says when to do what.`;

const SLUG = /^[a-z0-9-]{1,63}$/;

/** With its zone: whoever types it may be anywhere. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/;

/** What was asked for; what is wrong with it, as a string. */
export function readCommand(words: readonly string[], nowSeconds: number): KeyCommand | string {
  const [command, subject, ...rest] = words;
  switch (command) {
    case 'list':
      return subject === undefined ? { command } : USAGE;
    case 'rotate':
      if (rest.length > 0) return USAGE;
      if (subject === '--all') return { command, slug: null };
      return subject !== undefined && (SLUG.test(subject) || subject === RECORD_OWNER)
        ? { command, slug: subject }
        : USAGE;
    case 'secret-lost':
      return subject === '--retire-all' && rest.length === 0 ? { command } : USAGE;
    case 'compromised':
      return readTheft(subject, rest, nowSeconds);
    default:
      return USAGE;
  }
}

function readTheft(
  keyId: string | undefined,
  [option, moment, ...rest]: readonly string[],
  nowSeconds: number,
): KeyCommand | string {
  if (keyId === undefined || option !== '--since' || moment === undefined || rest.length > 0) {
    return USAGE;
  }
  const id = keyId.slice(keyId.lastIndexOf('#') + 1).replace(/-jwk$/, '');
  if (!isId(id)) return `${keyId} is not the id of a key. npm run keys -- list shows them.`;
  const sinceSeconds = Math.floor(Date.parse(moment) / 1000);
  if (!MOMENT.test(moment) || Number.isNaN(sinceSeconds)) {
    return `${moment} is no moment with its zone, such as 2026-11-20T03:00:00Z.`;
  }
  return sinceSeconds > nowSeconds
    ? `${moment} is still to come.`
    : { command: 'compromised', keyId: id, sinceSeconds };
}

import { ok, type Result, refuse } from './result.ts';
import { withTitleCasedFirstLetter } from './title-case.ts';
import { isUserNamespace } from './user-namespace.ts';

/** Why a text cannot be the user name of anybody who may be recognised; `detail` is for its author. */
export type UsernameRefusal = { readonly reason: 'username_invalid'; readonly detail: string };

/** Longer names cannot be stored by the wikis (`$wgMaxNameChars` of the Wikimedia configuration). */
export const MAX_USERNAME_BYTES = 85;

/** Marks of direction that MediaWiki drops from titles; they travel along when a name is copied. */
const DIRECTION_MARKS = /[\u200E\u200F\u202A-\u202E]/gu;
const SPACES = /[ _\u00A0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/gu;

const FORBIDDEN = /[#<>[\]|{}/]/u;
/** U+200C and U+200D stay: Persian and Indic names are written with them, and the wiki decides. */
const UNPRINTABLE = /[\p{Cc}\p{Co}\p{Cs}\u200B\uFFFD]/u;
const IP_VERSION_4 = /^\d{1,3}(\.\d{1,3}){2}\.(\d{1,3}|xxx)$/u;
const IP_VERSION_6 = /^(?=.*:.*:)[\da-f:]+(\.\d{1,3}){0,3}$/iu;

/**
 * A user name as the wikis store it, from the many ways in which people write it. It serves to tell
 * that two rows name one person; whether the account exists is for the wiki to say.
 *
 * The letters after the first one keep their case, and compatibility characters are kept (NFC, never
 * NFKC), because both tell real accounts apart. Refused are texts that cannot be a name (MediaWiki
 * `UserNameUtils`, `MediaWikiTitleCodec::splitTitleString`), IP addresses, and temporary accounts,
 * which belong to a browser and not to a person.
 */
export function normaliseUsername(given: string): Result<string, UsernameRefusal> {
  if (!given.isWellFormed()) return invalid('The user name contains half of a character.');

  const spaced = given.normalize('NFC').replace(DIRECTION_MARKS, '').replace(SPACES, ' ').trim();
  const bare = withoutUserNamespace(spaced);
  const detail = objectionTo(bare);
  if (detail !== undefined) return invalid(detail);

  const name = withTitleCasedFirstLetter(bare);
  const bytes = new TextEncoder().encode(name).length;
  if (bytes > MAX_USERNAME_BYTES) {
    return invalid(
      `The user name is ${bytes} bytes long in UTF-8; the most is ${MAX_USERNAME_BYTES}.`,
    );
  }
  return ok(name);
}

function withoutUserNamespace(text: string): string {
  const colon = text.indexOf(':');
  if (colon === -1 || !isUserNamespace(text.slice(0, colon))) return text;
  return text.slice(colon + 1).trim();
}

/** The first rule that the text breaks, in words. */
function objectionTo(name: string): string | undefined {
  if (name === '') return 'The user name is empty.';
  if (UNPRINTABLE.test(name)) {
    return 'A user name cannot contain control characters, private-use characters or invisible spaces.';
  }
  if (/^[a-z]+:\/\//iu.test(name)) return 'This is a web address, not a user name.';
  const [forbidden] = FORBIDDEN.exec(name) ?? [];
  if (forbidden !== undefined) return `A user name cannot contain the character “${forbidden}”.`;
  if (name.includes('~~~')) return 'A user name cannot contain three tildes in a row.';
  if (/%[\da-f]{2}/iu.test(name)) {
    return 'A user name cannot contain “%” followed by two hexadecimal digits.';
  }
  if (/&[\p{L}\p{N}]+;/u.test(name))
    return 'A user name cannot contain an HTML character reference.';
  if (IP_VERSION_4.test(name) || IP_VERSION_6.test(name)) {
    return 'This is an IP address, not a user name.';
  }
  if (name.startsWith('~2')) {
    return 'This is a temporary account. Only a registered account can be recognised.';
  }
  if (name.includes(':')) {
    return 'A user name cannot contain “:”, and the text before it is not a known name of the user namespace.';
  }
  if (name === '.' || name === '..') return 'A user name cannot consist of dots alone.';
  return undefined;
}

function invalid(detail: string): { readonly ok: false; readonly failure: UsernameRefusal } {
  return refuse({ reason: 'username_invalid', detail });
}

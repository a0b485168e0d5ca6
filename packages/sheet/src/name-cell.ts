import { hasMixedScripts } from '@laurel/core/mixed-scripts';
import type { Doubt, PersonFinding } from '@laurel/core/person-finding';
import { isUserNamespace } from '@laurel/core/user-namespace';
import { normaliseUsername } from '@laurel/core/username';
import { nameInLink } from './name-in-link.ts';

/** Why no name can be read in a cell; `detail` is for its author, and holds nothing of the cell. */
export type NameRefusal = {
  readonly why: Extract<
    Extract<PersonFinding, { found: false }>['why'],
    'empty' | 'invalid' | 'email' | 'temporary' | 'formula'
  >;
  readonly detail: string;
};

export type NameReading =
  | { readonly found: true; readonly username: string; readonly doubts: readonly Doubt[] }
  | { readonly found: false; readonly refusal: NameRefusal };

/** Names may begin with a sign; what a program for sheets would run has more to it. */
const FORMULA =
  /^[=＝]|^[+\-＋－].*[()!|]|^[+\-＋－]\s*\p{Nd}|^[+-]\$?[A-Z]{1,3}\$?\d+\b|^@.*[(!|]/u;
const EMAIL = /^(?:mailto:)?<?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>?$/iu;
/** Temporary accounts are named by their year (mediawiki.org, Help:Temporary accounts). */
const TEMPORARY = /^~2\d{3}-/u;

/**
 * The user name that a cell tells, in the form in which the wikis store it. Takes names with the user
 * namespace or a wiki before them, links of a wiki, addresses of user pages and mentions (`@Name`).
 * An e-mail address is refused without being looked at further.
 */
export function readNameCell(cell: string): NameReading {
  const text = cell.replace(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '').trim();
  if (text === '') return refused('empty', '');
  if (FORMULA.test(text)) return refused('formula', 'The cell holds a formula instead of a name.');
  if (EMAIL.test(text))
    return refused('email', 'The cell holds an e-mail address instead of a name.');
  const linked = nameInLink(text);
  const written = linked ?? withoutWiki(text.replace(/^@\s*/u, ''));
  if (TEMPORARY.test(withoutNamespace(written))) {
    return refused(
      'temporary',
      'This is a temporary account. Only a registered account can be recognised.',
    );
  }
  const username = normaliseUsername(written);
  if (!username.ok) return refused('invalid', username.failure.detail);
  return {
    found: true,
    username: username.value,
    doubts: [
      ...(linked === null ? [] : (['taken_from_link'] as const)),
      ...(hasMixedScripts(username.value) ? (['mixed_scripts'] as const) : []),
    ],
  };
}

function refused(why: NameRefusal['why'], detail: string): NameReading {
  return { found: false, refusal: { why, detail } };
}

/** `w:de:User:X` and `:en:User:X` name a wiki first. */
function withoutWiki(text: string): string {
  const parts = text.split(':').map((part) => part.trim());
  const at = parts.findIndex(isUserNamespace);
  const wikis = parts.slice(0, Math.max(0, at));
  return at > 0 && wikis.every((part) => /^[a-z-]{0,20}$/i.test(part))
    ? parts.slice(at).join(':')
    : text;
}

function withoutNamespace(text: string): string {
  const colon = text.indexOf(':');
  return isUserNamespace(text.slice(0, Math.max(0, colon))) ? text.slice(colon + 1).trim() : text;
}

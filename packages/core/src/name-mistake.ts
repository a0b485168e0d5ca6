import { withoutMeantJoiners } from './joined-scripts.ts';
import { hasMixedScripts } from './mixed-scripts.ts';

/** Longer than any name that people bear, and short enough for a certificate. */
export const MAX_NAME_LETTERS = 120;

/** What a text has that no name of a person has. */
export type NameMistakeKind =
  | 'empty'
  | 'long'
  | 'broken'
  | 'direction'
  | 'unseen'
  | 'emoji'
  | 'styled'
  | 'markup'
  | 'sign'
  | 'marks'
  | 'no_letter'
  | 'mixed';

/** What is wrong with a name, and the first character that makes it so where it is one. */
export type NameMistake = { readonly kind: NameMistakeKind; readonly character: string | null };

/**
 * By the first that is found. Letters that only look otherwise (mathematical, of full width, or forms of
 * presentation) would make of one name many that nobody can tell apart or search for.
 */
const CHARACTERS: readonly (readonly [NameMistakeKind, RegExp])[] = [
  ['broken', /[\p{Cs}\uFFFD]/u],
  ['direction', /[\u202A-\u202E\u2066-\u2069]/u],
  ['unseen', /[\p{Cc}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFC]/u],
  ['emoji', /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u],
  [
    'styled',
    /[\u{1D400}-\u{1D7FF}\uFF21-\uFF3A\uFF41-\uFF5A\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFC]/u,
  ],
  ['markup', /[<>{}[\]|\\&=`*#~@/:;_]/u],
  // Signs that names are written with: apostrophes, stops, commas, dots between parts, geresh, the spaces of
  // Ethiopic and Tibetan, and whatever joins two parts.
  ['sign', /[^\p{L}\p{M}\p{Nd}\p{Pd} '’‘.,·•・･‧׳״՚،።፡་༌]/u],
];

/** No script stacks so many on one letter. */
const STACKED_MARKS = /\p{Mn}{7}/u;

/**
 * What keeps a text, in the form that `nameFrom` gives it, from being the name of a person; null where
 * nothing does. Names of one letter pass, and names with digits, as some communities give them.
 */
export function nameMistake(name: string): NameMistake | null {
  if (name === '') return { kind: 'empty', character: null };
  if ([...name].length > MAX_NAME_LETTERS) return { kind: 'long', character: null };
  const seen = withoutMeantJoiners(name);
  for (const [kind, pattern] of CHARACTERS) {
    const [character] = pattern.exec(seen) ?? [];
    if (character !== undefined) return { kind, character };
  }
  if (!/\p{L}/u.test(name)) return { kind: 'no_letter', character: null };
  if (/^\p{M}/u.test(name) || STACKED_MARKS.test(name)) return { kind: 'marks', character: null };
  return hasMixedScripts(name) ? { kind: 'mixed', character: null } : null;
}

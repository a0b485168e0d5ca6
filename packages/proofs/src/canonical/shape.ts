import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';
import { kindOf, type Leaf, type LeafKind } from './leaf.ts';

/**
 * A document taken apart: everything that decides which statements it makes, and what is filled into them.
 * Documents with the same key differ in their leaves alone, which are of the same kinds.
 */
export type Shape = {
  /** Injective: names with their lengths, words in full, a letter for each leaf. */
  readonly key: string;
  /** In the order of the document. */
  readonly leaves: readonly Leaf[];
};

/**
 * What a shape may hold. Reading a document within them costs less than the bound of `work.ts`, so that the
 * full path would not have given it up.
 */
const MAX_LEAVES = 600;
const MAX_KEY_LETTERS = 16_000;
const MAX_LETTERS = 200_000;
const MAX_DEPTH = 30;

/** Members whose values are one of a few words, and so part of the shape. */
export const OF_WORDS: ReadonlySet<string> = new Set([
  '@context',
  'type',
  'achievementType',
  'cryptosuite',
  'genre',
  'identityType',
  'proofPurpose',
  'resultType',
  'status',
  'statusPurpose',
]);

const LETTERS: Readonly<Record<LeafKind, string>> = {
  text: 's',
  iri: 'h',
  did: 'd',
  urn: 'u',
  integer: 'i',
  double: 'x',
};

type Walk = {
  readonly topId: string;
  readonly leaves: Leaf[];
  letters: number;
  /** Turns false where the document is none that shapes are made for. */
  within: boolean;
};

/**
 * The shape of a document; null for one that the full path must judge: without an id or with nodes that
 * repeat it, with keywords of JSON-LD as members, with contexts within it, with more than we issue.
 */
export function shapeOf(document: JsonObject): Shape | null {
  const { id } = document;
  if (typeof id !== 'string') return null;
  const walk: Walk = { topId: id, leaves: [], letters: 0, within: true };
  const key = keyOfObject(document, walk, 0);
  const { leaves, letters, within } = walk;
  const isSmall =
    letters <= MAX_LETTERS && leaves.length <= MAX_LEAVES && key.length <= MAX_KEY_LETTERS;
  return within && isSmall ? { key, leaves } : null;
}

function keyOf(value: Json, walk: Walk, depth: number): string {
  if (typeof value === 'string' || typeof value === 'number') return keyOfLeaf(value, walk);
  if (value === true) return 't';
  if (value === false) return 'f';
  if (value === null) return 'n';
  if (isJsonObject(value)) return keyOfObject(value, walk, depth);
  let key = '[';
  if (depth > MAX_DEPTH) walk.within = false;
  for (const item of value) {
    if (!walk.within) break;
    key += keyOf(item, walk, depth + 1);
  }
  return `${key}]`;
}

function keyOfLeaf(leaf: Leaf, walk: Walk): string {
  const kind = kindOf(leaf);
  if (kind === null) {
    walk.within = false;
    return '';
  }
  walk.leaves.push(leaf);
  if (typeof leaf === 'string') walk.letters += leaf.length;
  return LETTERS[kind];
}

function keyOfObject(object: JsonObject, walk: Walk, depth: number): string {
  if (depth > MAX_DEPTH || (depth > 0 && object.id === walk.topId)) walk.within = false;
  let key = '{';
  for (const name in object) {
    if (!walk.within) break;
    const member = object[name] ?? null;
    key += `${name.length}:${name}`;
    if (OF_WORDS.has(name)) key += keyOfWords(member, walk);
    else if (name.startsWith('@')) walk.within = false;
    else key += keyOf(member, walk, depth + 1);
  }
  return `${key}}`;
}

function keyOfWords(words: Json, walk: Walk): string {
  if (typeof words === 'string') return `=${words.length}:${words}`;
  if (!Array.isArray(words)) walk.within = false;
  let key = '[';
  for (const word of Array.isArray(words) ? words : []) {
    if (typeof word !== 'string') walk.within = false;
    else key += `=${word.length}:${word}`;
  }
  return `${key}]`;
}

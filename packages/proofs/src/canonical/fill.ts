import type { Block } from './block.ts';
import { inNQuads, type Leaf } from './leaf.ts';
import { type Filling, inSlot, lineOf, type Statement } from './statement.ts';
import type { Template } from './template.ts';

/**
 * The canonical N-Quads of the document that has these leaves, in UTF-8 (W3C RDF Dataset Canonicalization 1.0,
 * Section 4.4): other leaves in the places of a template are another dataset of the same build, so that only
 * the order of its statements and the labels of several blank nodes have to be found anew. Null where the full
 * path must do it: blank nodes that their statements alone do not tell apart, two subjects that are the same,
 * and statements that become the same one.
 */
export async function filled(
  { statements, blocks, blanks }: Template,
  leaves: readonly Leaf[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  const texts = leaves.map(inNQuads);
  const labels = blanks === 0 ? NO_LABELS : await labelsFor(statements, blanks, texts);
  if (labels === null) return null;
  const written: Written[] = [];
  for (const block of blocks) {
    const one = writtenAs(block, { leaves: texts, labels });
    if (one === null) return null;
    written.push(one);
  }
  const all = joined(written.toSorted(bySubject));
  if (all !== null && all.length <= MAX_KEPT_BYTES) {
    for (const one of written) last.set(one.block, one);
  }
  return all;
}

const NO_LABELS: readonly string[] = [];

type Written = {
  readonly block: Block;
  /** With what ends it. */
  readonly subject: string;
  readonly filledIn: readonly string[];
  readonly nQuads: Uint8Array;
};

/** What each block was when it was last filled: that of an issuer is the same for one person after another. */
const last = new WeakMap<Block, Written>();

/** Of one document, for each form that is known: ours have some 7,000, and a stranger's may have forty times as many. */
const MAX_KEPT_BYTES = 32_768;

const UTF8 = new TextEncoder();

/** Null where two statements become the same one. */
function writtenAs(block: Block, filling: Filling): Written | null {
  const filledIn = block.slots.map((slot) => inSlot(slot, filling));
  const before = last.get(block);
  if (before?.filledIn.every((text, at) => text === filledIn[at])) return before;

  let lines = '';
  for (const run of block.runs) {
    const [only, ...others] = run;
    const text =
      only !== undefined && others.length === 0 ? lineOf(only, filling) : inOrder(run, filling);
    if (text === null) return null;
    lines += text;
  }
  return { block, subject: subjectOf(block, filling), filledIn, nQuads: UTF8.encode(lines) };
}

function subjectOf({ subject }: Block, filling: Filling): string {
  if (typeof subject === 'string') return subject;
  return subject < 0 ? `${inSlot(subject, filling)} ` : `<${inSlot(subject, filling)}> `;
}

function inOrder(run: readonly Statement[], filling: Filling): string | null {
  const lines = run.map((statement) => lineOf(statement, filling)).sort();
  return lines.some((line, at) => line === lines[at - 1]) ? null : lines.join('');
}

function bySubject(one: Written, other: Written): number {
  return one.subject < other.subject ? -1 : 1;
}

/** Null where two subjects are the same. */
function joined(written: readonly Written[]): Uint8Array<ArrayBuffer> | null {
  if (written.some(({ subject }, at) => subject === written[at - 1]?.subject)) return null;
  const all = new Uint8Array(written.reduce((sum, { nQuads }) => sum + nQuads.length, 0));
  let at = 0;
  for (const { nQuads } of written) {
    all.set(nQuads, at);
    at += nQuads.length;
  }
  return all;
}

/**
 * The canonical labels, by first-degree hashes (RDFC-1.0, Sections 4.4.3, steps 3 and 4, and 4.6); null where
 * two are the same.
 */
async function labelsFor(
  statements: readonly Statement[],
  blanks: number,
  leaves: readonly string[],
): Promise<readonly string[] | null> {
  const hashes: string[] = [];
  for (let blank = 0; blank < blanks; blank += 1) {
    const labels = Array.from({ length: blanks }, (_, other) => (other === blank ? '_:a' : '_:z'));
    const lines = statements
      .filter(({ slots }) => slots.includes(-1 - blank))
      .map((statement) => lineOf(statement, { leaves, labels }))
      .sort();
    hashes.push(await hexDigest(lines.join('')));
  }
  const inOrderOfHashes = hashes.toSorted();
  if (new Set(hashes).size < blanks) return null;
  return hashes.map((hash) => `_:c14n${inOrderOfHashes.indexOf(hash)}`);
}

async function hexDigest(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', UTF8.encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

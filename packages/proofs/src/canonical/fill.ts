import { inNQuads, type Leaf } from './leaf.ts';
import type { Statement, Template } from './template.ts';

/**
 * The canonical N-Quads of the document that has these leaves (W3C RDF Dataset Canonicalization 1.0, Section
 * 4.4): other leaves in the places of a template are another dataset of the same build, so that only the
 * order of its statements and the labels of several blank nodes have to be found anew. Null where the full
 * path must do it: blank nodes that their statements alone do not tell apart, and statements that become
 * the same one.
 */
export async function filled(
  { statements, blanks }: Template,
  leaves: readonly Leaf[],
): Promise<string | null> {
  const texts = leaves.map(inNQuads);
  const labels = blanks === 0 ? NO_LABELS : await labelsFor(statements, blanks, texts);
  if (labels === null) return null;
  const lines = statements.map((statement) => lineOf(statement, texts, labels)).sort();
  let all = '';
  let previous = '';
  for (const line of lines) {
    if (line === previous) return null;
    all += line;
    previous = line;
  }
  return all;
}

const NO_LABELS: readonly string[] = [];

function lineOf(
  { texts, slots }: Statement,
  leaves: readonly string[],
  labels: readonly string[],
): string {
  let line = texts[0] ?? '';
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0;
    line += (slot < 0 ? labels[-1 - slot] : leaves[slot]) ?? '';
    line += texts[at + 1] ?? '';
  }
  return line;
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
      .map((statement) => lineOf(statement, leaves, labels))
      .sort();
    hashes.push(await hexDigest(lines.join('')));
  }
  const inOrder = hashes.toSorted();
  if (new Set(hashes).size < blanks) return null;
  return hashes.map((hash) => `_:c14n${inOrder.indexOf(hash)}`);
}

async function hexDigest(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

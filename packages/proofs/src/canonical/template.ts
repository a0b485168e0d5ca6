import { type Block, blocksOf } from './block.ts';
import type { Statement } from './statement.ts';

/** The canonical N-Quads of a shape, with places for its leaves. */
export type Template = {
  readonly statements: readonly Statement[];
  readonly blocks: readonly Block[];
  /** How many blank nodes have to be labelled anew for each document: none where there is only one. */
  readonly blanks: number;
};

/** An IRI, the quoted part of a literal, or the label of a blank node (RDF 1.1 N-Quads, Section 3). */
const TERM = /<([^>]*)>|"((?:[^"\\]|\\.)*)"|_:c14n(\d+)/g;

const LIST = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#first>';
const JSON_LITERAL = '^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>';

/**
 * Reads the canonical N-Quads of a document of sentinels. Null where filling them in again would not be what
 * the processor does: a leaf that is missing, and would be unsigned; one within a literal of JSON, that is
 * escaped twice; items of a list.
 *
 * @param sentinels as they stand in N-Quads, by their place.
 */
export function readTemplate(nQuads: string, sentinels: readonly string[]): Template | null {
  if (nQuads.includes(JSON_LITERAL) || nQuads.includes(LIST)) return null;
  const placeOf = new Map(sentinels.map((sentinel, place) => [sentinel, place]));
  const labels = new Set(nQuads.match(/_:c14n\d+/g));
  const found = new Set<number>();
  const slotOf = (term: RegExpExecArray): number | undefined => {
    const [, iri, literal, label] = term;
    if (label !== undefined) return labels.size > 1 ? -1 - Number(label) : undefined;
    const place = placeOf.get(iri ?? literal ?? '');
    if (place !== undefined) found.add(place);
    return place;
  };
  const statements = nQuads
    .split('\n')
    .slice(0, -1)
    .map((line) => readStatement(line, slotOf));
  if (found.size < sentinels.length) return null;
  return {
    statements,
    blocks: blocksOf(statements),
    blanks: labels.size > 1 ? labels.size : 0,
  };
}

function readStatement(
  line: string,
  slotOf: (term: RegExpExecArray) => number | undefined,
): Statement {
  const texts: string[] = [];
  const slots: number[] = [];
  let at = 0;
  for (const term of line.matchAll(TERM)) {
    const slot = slotOf(term);
    if (slot === undefined) continue;
    const quote = slot < 0 ? 0 : 1;
    texts.push(line.slice(at, term.index + quote));
    slots.push(slot);
    at = term.index + term[0].length - quote;
  }
  return { texts: [...texts, `${line.slice(at)}\n`], slots };
}

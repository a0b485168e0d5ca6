/** A value of a document that differs from person to person: what stands in RDF as a literal or an IRI. */
export type Leaf = string | number;

/**
 * How a leaf behaves on its way into RDF. Two of one kind take the same way: `iri` and `did` are absolute and
 * come out as they are, as a literal or as a node; `text` does so as a literal alone; the numbers come out in
 * the form of their kind.
 */
export type LeafKind = 'text' | 'iri' | 'did' | 'urn' | 'integer' | 'double';

/** Ids repeat in every statement about them, so that a long one costs the square of what it seems to. */
const MAX_IRI_LETTERS = 2_000;

/** Schemes that no context makes a prefix of something else. */
const SCHEMES: readonly (readonly [LeafKind, RegExp])[] = [
  ['iri', /^https?:\/\//],
  ['did', /^did:[a-z0-9]+:/],
  ['urn', /^urn:[a-z0-9-]+:/],
];

/** What neither JSON-LD nor N-Quads would change in an absolute IRI, or take it for none (RFC 3987, Section 2.2). */
const IRI = /^[!#-;=?-[\]_a-z~\u00a1-\uffff]+$/;

/**
 * The kind of a leaf; null for one that takes no known way: a label of a blank node, half a character, a
 * zero with a sign, an address beyond every measure.
 */
export function kindOf(leaf: Leaf): LeafKind | null {
  if (typeof leaf === 'number') return kindOfNumber(leaf);
  if (leaf.startsWith('_:') || !leaf.isWellFormed()) return null;
  const first = leaf.charCodeAt(0);
  // Most texts are none, and are told by their first letter: h, d and u.
  if (first !== 0x68 && first !== 0x64 && first !== 0x75) return 'text';
  const kind = SCHEMES.find(([, scheme]) => scheme.test(leaf))?.[0];
  if (kind === undefined || !IRI.test(leaf) || /\s/.test(leaf)) return 'text';
  return leaf.length > MAX_IRI_LETTERS ? null : kind;
}

/**
 * JSON-LD makes doubles of numbers with a fraction or from 10²¹ (JSON-LD 1.1 API, Section 8.6); the processor
 * that we follow looks for the point in how JavaScript writes them.
 */
function kindOfNumber(leaf: number): LeafKind | null {
  if (Object.is(leaf, -0)) return null;
  return String(leaf).includes('.') || Math.abs(leaf) >= 1e21 ? 'double' : 'integer';
}

/**
 * What canonical N-Quads escapes in literals: controls, the quotation mark and the backslash (W3C RDF Dataset
 * Canonicalization 1.0, Section 5.2). Everything else is named, as controls are not seen in a pattern.
 */
const ESCAPED = /[^ !#-[\]-~\u0080-\uffff]/;
const EACH_ESCAPED = new RegExp(ESCAPED, 'g');

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** A leaf as it stands within the quotes of a literal, or within the brackets of an IRI, in canonical N-Quads. */
export function inNQuads(leaf: Leaf): string {
  if (typeof leaf === 'number') return numberInNQuads(leaf);
  return ESCAPED.test(leaf) ? leaf.replace(EACH_ESCAPED, escapeOf) : leaf;
}

/** The canonical forms of xsd:integer and xsd:double (JSON-LD 1.1 API, Section 8.6). */
function numberInNQuads(leaf: number): string {
  return kindOfNumber(leaf) === 'double'
    ? leaf.toExponential(15).replace(/(\d)0*e\+?/, '$1E')
    : leaf.toFixed(0);
}

function escapeOf(letter: string): string {
  return (
    SHORT_ESCAPES[letter] ??
    `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  );
}

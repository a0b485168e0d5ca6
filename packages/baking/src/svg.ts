import { ok, type Result, refuse } from '@laurel/core/result';
import { type BakingFailure, MAX_PICTURE_BYTES } from './failure.ts';
import { type XmlToken, xmlTokens } from './xml.ts';

/** Open Badges 3.0, Section 5.3.2.2. */
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';
/** Open Badges 2.0, Baking, Section SVG. */
const OLDER_NAMESPACE = 'http://openbadges.org';
/** Deeper than any drawing; it bounds the memory that a stranger's file can take. */
const MAX_DEPTH = 200;
/** Each element that declares a prefix copies those in scope, so their number has an end. */
const MAX_PREFIXES = 100;

/**
 * The SVG with the credential as the first element inside its root: JSON in a CDATA section, a
 * compact JWT in `verify=` (Open Badges 3.0, Section 5.3.2.2).
 *
 * XML cannot hold U+FFFE and U+FFFF; in JSON they become their escapes, which is the same JSON value.
 * Throws where `svg` has no root or the credential is not well-formed Unicode: both are ours.
 */
export function bakeSvg(svg: string, credential: string): string {
  if (!credential.isWellFormed()) throw new Error('The credential has a lone surrogate.');
  for (const token of xmlTokens(svg)) {
    if (!token.ok) break;
    if (token.value.kind !== 'start') continue;
    if (token.value.empty) break;
    return svg.slice(0, token.value.end) + elementFor(credential) + svg.slice(token.value.end);
  }
  throw new Error('A credential cannot be baked into this SVG: it has no root element to hold it.');
}

/**
 * The credential in an SVG: the JSON text as it was baked, or the JWT of `verify=`. Work is linear in
 * the length, and it never throws: refuses files over {@link MAX_PICTURE_BYTES}, XML that is not well
 * formed, entity declarations and several credentials.
 */
export function unbakeSvg(svg: string): Result<string, BakingFailure> {
  if (svg.length > MAX_PICTURE_BYTES) return malformed('The file is larger than 8 MiB.');
  const open: OpenElement[] = [];
  const credentials: string[] = [];
  let olderBadge: string | null = null;
  let rootClosed = false;
  let body = '';
  for (const read of xmlTokens(svg)) {
    if (!read.ok) return malformed(read.failure);
    const token = read.value;
    if (token.kind === 'text') {
      if ((open.at(-1)?.holds ?? null) !== null) body += token.text;
      continue;
    }
    if (token.kind === 'start') {
      if (rootClosed) return malformed('There is more than one root element.');
      if (open.length >= MAX_DEPTH) return malformed('The elements are nested too deeply.');
      const element = elementOf(token, open.at(-1)?.prefixes ?? new Map());
      if (element.prefixes.size > MAX_PREFIXES) return malformed('There are too many namespaces.');
      if (open.length === 0 && element.localName !== 'svg') {
        return malformed('The root element is not svg.');
      }
      open.push(element);
      if (!token.empty) continue;
    }
    const closed = open.pop();
    if (closed === undefined || closed.name !== token.name) {
      return malformed('An element is closed that was not open.');
    }
    rootClosed = open.length === 0;
    if (closed.holds === null) continue;
    if (closed.holds === 'older badge') {
      olderBadge ??= body.trim() === '' ? closed.verify : body.trim();
      body = '';
      continue;
    }
    if (closed.verify !== '' && body.trim() !== '') {
      return malformed('The credential is given twice: in verify and as content.');
    }
    credentials.push(closed.verify === '' ? body : closed.verify);
    body = '';
  }
  if (!rootClosed) return malformed('The file ends before its root element does.');
  const [credential, second] = credentials;
  if (second !== undefined) return malformed('The picture holds more than one credential.');
  if (credential === undefined || credential.trim() === '') {
    if (olderBadge !== null) return refuse({ reason: 'older_badge', text: olderBadge });
    return refuse({ reason: 'svg_has_no_credential' });
  }
  return ok(credential.trim());
}

type OpenElement = {
  readonly name: string;
  readonly localName: string;
  readonly holds: 'credential' | 'older badge' | null;
  readonly verify: string;
  /** Namespace prefixes in scope; the empty prefix is the default namespace. */
  readonly prefixes: ReadonlyMap<string, string>;
};

function elementOf(
  token: Extract<XmlToken, { kind: 'start' }>,
  inherited: ReadonlyMap<string, string>,
): OpenElement {
  const declared = [...token.attributes].filter(([name]) => /^xmlns(:|$)/.test(name));
  const prefixes =
    declared.length === 0
      ? inherited
      : new Map([...inherited, ...declared.map(([name, uri]) => [name.slice(6), uri] as const)]);
  const colon = token.name.indexOf(':');
  const localName = token.name.slice(colon + 1);
  const namespace = prefixes.get(colon < 0 ? '' : token.name.slice(0, colon));
  return {
    name: token.name,
    localName,
    holds: heldBy(localName, namespace),
    verify: token.attributes.get('verify')?.trim() ?? '',
    prefixes,
  };
}

function heldBy(localName: string, namespace: string | undefined): OpenElement['holds'] {
  if (localName === 'credential' && namespace === NAMESPACE) return 'credential';
  return localName === 'assertion' && namespace === OLDER_NAMESPACE ? 'older badge' : null;
}

function elementFor(credential: string): string {
  const name = `openbadges:credential xmlns:openbadges="${NAMESPACE}"`;
  if (!credential.trimStart().startsWith('{')) {
    const escaped = credential.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<${name} verify="${escaped.replaceAll('"', '&quot;')}"></openbadges:credential>`;
  }
  const allowed = credential.replace(/[\ufffe\uffff]/g, (character) =>
    character === '\ufffe' ? '\\ufffe' : '\\uffff',
  );
  // `]]>` would end the section: it is cut between two of them.
  const sections = allowed.replaceAll(']]>', ']]]]><![CDATA[>');
  return `<${name}><![CDATA[${sections}]]></openbadges:credential>`;
}

function malformed(detail: string): Result<never, BakingFailure> {
  return refuse({ reason: 'svg_malformed', detail });
}

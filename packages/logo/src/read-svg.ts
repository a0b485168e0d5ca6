import type { LogoFault } from '@laurel/core/logo-fault';
import { ok, type Result, refuse } from '@laurel/core/result';
import { SaxesParser } from 'saxes';
import { seenAttribute } from './svg-attribute.ts';
import { EDITOR_NAMESPACES, ELEMENTS, SVG_NAMESPACE, WITH_TEXT } from './svg-names.ts';
import type { SvgNode } from './svg-node.ts';
import { safeStyleSheet } from './svg-style.ts';

/** Drawings have far fewer; it bounds what a reader's browser has to do. */
const MAX_ELEMENTS = 3_000;
const MAX_DEPTH = 64;
/** What is shown of something found. */
const MAX_FOUND = 60;

type Opened = SvgNode & { readonly children: (SvgNode | string)[] };

/**
 * The drawing in an SVG file: what draws and nothing else. Elements and attributes that are not known
 * to be harmless are refused or left out; what is served is written anew from what is read here, so
 * that no reader's parser can find in it what this one did not.
 */
export function readSvg(svg: string): Result<SvgNode, LogoFault> {
  const parser = new SaxesParser({ xmlns: true });
  const open: Opened[] = [];
  let fault: LogoFault | null = null;
  let root: SvgNode | null = null;
  let elements = 0;
  /** Elements that were entered within one that is left out, itself counted. */
  let leftOut = 0;

  const object = (what: Omit<LogoFault, 'line'>) => {
    const found = what.found?.slice(0, MAX_FOUND);
    fault ??= { ...what, line: parser.line, ...(found === undefined ? {} : { found }) };
  };
  const text = (said: string) => {
    const parent = open.at(-1);
    if (leftOut === 0 && parent !== undefined && WITH_TEXT.has(parent.name)) {
      parent.children.push(said);
    }
  };
  parser.on('error', () => object({ fault: 'svg_damaged' }));
  parser.on('doctype', () => object({ fault: 'svg_doctype' }));
  parser.on('processinginstruction', ({ target }) =>
    object({ fault: 'svg_element', found: `?${target}` }),
  );
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (leftOut > 0 || EDITOR_NAMESPACES.has(uri) || local === 'metadata') {
      leftOut += 1;
      return;
    }
    elements += 1;
    if (elements > MAX_ELEMENTS || open.length >= MAX_DEPTH) object({ fault: 'svg_too_complex' });
    if (local === 'script') object({ fault: 'svg_script', found: local });
    const isKnown = uri === SVG_NAMESPACE && ELEMENTS.has(local);
    if (!isKnown || (open.length === 0 && local !== 'svg')) {
      object({ fault: 'svg_element', found: local });
    }
    const kept: (readonly [string, string])[] = [];
    for (const attribute of Object.values(attributes)) {
      const seen = seenAttribute(attribute);
      if (seen !== null && 'fault' in seen) object(seen);
      else if (seen !== null) kept.push(seen);
    }
    open.push({ name: local, attributes: kept, children: [], line: parser.line });
  });
  parser.on('closetag', () => {
    if (leftOut > 0) {
      leftOut -= 1;
      return;
    }
    const closed = open.pop();
    if (closed === undefined) return;
    const node = closed.name === 'style' ? styleNode(closed) : closed;
    if (node === null) object({ fault: 'svg_style', found: closed.children.join('').trim() });
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else if (node !== null) parent.children.push(node);
  });
  parser.write(svg).close();
  if (fault !== null) return refuse(fault);
  return root === null ? refuse({ fault: 'svg_damaged' }) : ok(root);
}

function styleNode(style: SvgNode): SvgNode | null {
  const sheet = safeStyleSheet(
    style.children.filter((child) => typeof child === 'string').join(''),
  );
  return sheet === null ? null : { ...style, attributes: [], children: [sheet] };
}

import { SVG_NAMESPACE } from './svg-names.ts';
import type { SvgNode } from './svg-node.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A drawing as a file; its root names the namespace, and nothing else is needed to read it. */
export function writeSvg(root: SvgNode): string {
  return elementOf({ ...root, attributes: [['xmlns', SVG_NAMESPACE], ...root.attributes] });
}

function elementOf({ name, attributes, children }: SvgNode): string {
  const said = attributes.map(([one, value]) => ` ${one}="${escaped(value)}"`).join('');
  if (children.length === 0) return `<${name}${said}/>`;
  const inner = children
    .map((child) => (typeof child === 'string' ? escaped(child) : elementOf(child)))
    .join('');
  return `<${name}${said}>${inner}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
}

/**
 * Stands in for `node-html-better-parser` in the bundle, which pdf-lib reads SVG and forms with. Neither
 * is read here.
 */
export function parse(): never {
  throw new Error('nothing is read as HTML here');
}

export const NodeType = {};

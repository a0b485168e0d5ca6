export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
export const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';

/**
 * Elements that draw and do nothing else (SVG 2, Appendix E). None loads, links, runs, moves or costs
 * more than it shows: filters, patterns and markers are not among them.
 */
export const ELEMENTS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'style'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask'],
]);

/** Elements whose text is kept. */
export const WITH_TEXT: ReadonlySet<string> = new Set(['text', 'tspan', 'title', 'desc', 'style']);

/** What other programs keep in a file for themselves: left out with all that is in it. */
export const EDITOR_NAMESPACES: ReadonlySet<string> = new Set([
  'http://www.inkscape.org/namespaces/inkscape',
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://purl.org/dc/elements/1.1/',
  'http://www.bohemiancoding.com/sketch/ns',
  'http://www.serif.com/',
]);

/** What shapes and places an element, where it is no property of style. */
export const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['id', 'class', 'viewBox', 'preserveAspectRatio', 'x', 'y', 'width', 'height', 'd', 'points'],
  ...['cx', 'cy', 'r', 'rx', 'ry', 'x1', 'y1', 'x2', 'y2', 'fx', 'fy', 'fr', 'dx', 'dy', 'rotate'],
  ...['transform', 'gradientUnits', 'gradientTransform', 'spreadMethod', 'offset', 'textLength'],
  ...['lengthAdjust', 'clipPathUnits', 'maskUnits', 'maskContentUnits', 'pathLength'],
]);

/** Properties of style, as attributes and in style sheets. */
export const PROPERTIES: ReadonlySet<string> = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity'],
  ...['stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray'],
  ...['stroke-dashoffset', 'opacity', 'color', 'display', 'visibility', 'overflow', 'clip-path'],
  ...['clip-rule', 'mask', 'mask-type', 'stop-color', 'stop-opacity', 'transform', 'paint-order'],
  ...['font', 'font-family', 'font-size', 'font-weight', 'font-style', 'font-variant'],
  ...['font-stretch', 'text-anchor', 'letter-spacing', 'word-spacing', 'dominant-baseline'],
  ...['alignment-baseline', 'baseline-shift', 'writing-mode', 'direction', 'unicode-bidi'],
  ...['vector-effect', 'shape-rendering', 'text-rendering', 'mix-blend-mode', 'isolation'],
]);

import type { SvgNode } from '@laurel/logo/svg-node';
import { drawnElements } from '@laurel/logo/svg-weight';

/** What an element costs that is drawn into a layer of its own, or in colours that change. */
const LAYERED = 6;
const LAYERS = /url\(|opacity|blend|isolation|mask|clip/i;
/** Characters of a path that cost as much as a plain element. */
const PATH_CHARACTERS = 500;

/**
 * How much work a drawing is to a rasteriser: about so many plain shapes over the whole of it, each that
 * is referred to counted as often as it is.
 */
export function workOf(root: SvgNode): number {
  const sheets = [...nodesIn(root)].filter(({ name }) => name === 'style');
  const anyLayered = sheets.some(({ children }) => LAYERS.test(children.join('')));
  return drawnElements(root, ({ attributes }) => {
    const layered = anyLayered || attributes.some((attribute) => LAYERS.test(attribute.join('=')));
    const characters = attributes.reduce((sum, [, value]) => sum + value.length, 0);
    return (layered ? LAYERED : 1) + characters / PATH_CHARACTERS;
  });
}

function* nodesIn(node: SvgNode): Generator<SvgNode> {
  yield node;
  for (const child of node.children) if (typeof child !== 'string') yield* nodesIn(child);
}

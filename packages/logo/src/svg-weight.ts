import type { SvgNode } from './svg-node.ts';
import { rulesOf } from './svg-style.ts';

/** Deeper than any drawing; following what is referred to further could exhaust the stack. */
const MAX_NESTING = 200;

const URL_REFERENCE = /url\(\s*["']?#([\w:.-]+)/giu;

/**
 * How many elements there are to be drawn, each one that is referred to counted as often as it is:
 * a few lines of `use` in one another stand for billions. Infinity where something contains itself,
 * or where references lead on and on. `costOf` an element by itself is 1 unless it is said otherwise.
 */
export function drawnElements(root: SvgNode, costOf: (node: SvgNode) => number = () => 1): number {
  const all = [...nodesIn(root)];
  const byId = new Map(all.map((node) => [attributeOf(node, 'id'), node]));
  const ofClass = referencesOfClasses(all);
  const known = new Map<SvgNode, number>();
  const weigh = (node: SvgNode, depth: number): number => {
    if (depth > MAX_NESTING) return Number.POSITIVE_INFINITY;
    const before = known.get(node);
    if (before !== undefined) return before;
    known.set(node, Number.POSITIVE_INFINITY);
    const referred = [...referencesOf(node), ...classesOf(node).flatMap((one) => ofClass(one))];
    const parts = [
      ...node.children.filter((child) => typeof child !== 'string'),
      ...referred.flatMap((id) => byId.get(id) ?? []),
    ];
    const weight = parts.reduce((sum, part) => sum + weigh(part, depth + 1), costOf(node));
    known.set(node, weight);
    return weight;
  };
  return weigh(root, 0);
}

function* nodesIn(node: SvgNode): Generator<SvgNode> {
  yield node;
  for (const child of node.children) if (typeof child !== 'string') yield* nodesIn(child);
}

function attributeOf(node: SvgNode, name: string): string | undefined {
  return node.attributes.find(([one]) => one === name)?.[1];
}

/** What an element draws besides what it contains. A gradient’s `href` draws nothing. */
function referencesOf(node: SvgNode): readonly string[] {
  const used = node.name === 'use' ? attributeOf(node, 'href')?.slice(1) : undefined;
  const urls = node.attributes.flatMap(([, value]) => idsIn(value));
  return used === undefined ? urls : [used, ...urls];
}

function idsIn(style: string): readonly string[] {
  return [...style.matchAll(URL_REFERENCE)].flatMap(([, id]) => id ?? []);
}

function classesOf(node: SvgNode): readonly string[] {
  return ['*', ...(attributeOf(node, 'class') ?? '').split(/\s+/)];
}

/** What rules add to the elements of a class; a rule that selects otherwise may add it to any (`*`). */
function referencesOfClasses(all: readonly SvgNode[]): (name: string) => readonly string[] {
  const found = new Map<string, string[]>();
  for (const sheet of all.filter(({ name }) => name === 'style')) {
    for (const [selectors, style] of rulesOf(sheet.children.join(''))) {
      for (const selector of selectors.split(',')) {
        const name = /^\s*\.([\w-]+)\s*$/u.exec(selector)?.[1] ?? '*';
        found.set(name, [...(found.get(name) ?? []), ...idsIn(style ?? '')]);
      }
    }
  }
  return (name) => found.get(name) ?? [];
}

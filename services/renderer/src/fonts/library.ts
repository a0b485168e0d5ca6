import fontIndex from '../../generated/fonts.json';
import { type Coverage, covers } from './coverage.ts';
import { COMMON_FAMILIES, EMOJI_FAMILY, FAMILIES, PLAIN_FAMILY, type Script } from './families.ts';
import type { Weight } from './weight.ts';

/** Reads a static asset of the renderer by its name. */
export type ReadAsset = (name: string) => Promise<ArrayBuffer>;

/** Which file of a family has a code point; null where none has. Asks nothing: what it needs is there. */
type FileFor = (codePoint: number, weight: Weight) => string | null;

type Slice = { readonly file: string; readonly covers: Coverage };

const slicesOf = new Map<string, readonly Slice[]>();
const entries = new Map(fontIndex.map((entry) => [entry.id, entry]));

/**
 * Families to try for a script in a language, in this order: the one made for the language, the others
 * of the script, then those for everything, then all that are not in slices.
 */
export function familiesFor(script: Script, language: string): readonly string[] {
  const key = `${script} ${language}`;
  const before = orders.get(key);
  if (before !== undefined) return before;
  const own = FAMILIES.filter(({ scripts }) => scripts.includes(script));
  const first = own
    .map((family) => ({ id: family.id, fit: fitOf(family.languages, language) }))
    .sort((one, other) => other.fit - one.fit)
    .map(({ id }) => id);
  const order = [...new Set([...first, ...COMMON_FAMILIES, ...WHOLE_FAMILIES])];
  if (orders.size < MAX_ORDERS) orders.set(key, order);
  return order;
}

/** Tried last: a comma of Arabic after a word in Latin letters has a font, too. */
const WHOLE_FAMILIES = FAMILIES.filter(({ sliced }) => !sliced).map(({ id }) => id);

const orders = new Map<string, readonly string[]>();
const MAX_ORDERS = 500;

/** How many characters of a language's tag a family is made for; a family for others comes last. */
function fitOf(languages: readonly string[] | undefined, language: string): number {
  if (languages === undefined) return 0;
  const tag = `${language.toLowerCase()}-`;
  const fitting = languages.filter((one) => tag.startsWith(`${one}-`));
  return fitting.length === 0 ? -1 : Math.max(...fitting.map(({ length }) => length));
}

/** Loads the lists of slices that a text in these scripts may ask for. Each is kept for the Worker's life. */
export async function loadSlices(
  scripts: Iterable<Script>,
  language: string,
  read: ReadAsset,
): Promise<void> {
  const ids = new Set([...scripts].flatMap((script) => familiesFor(script, language)));
  await Promise.all(
    [...ids].map(async (id) => {
      const list = entries.get(id)?.slices;
      if (list === undefined || slicesOf.has(id)) return;
      slicesOf.set(id, JSON.parse(new TextDecoder().decode(await read(list))));
    }),
  );
}

/** The file of a family for a code point at a weight, where the family has it. */
export function fileFor(
  family: string,
  ...[codePoint, weight]: Parameters<FileFor>
): string | null {
  const entry = entries.get(family);
  if (entry?.covers !== undefined) {
    return covers(entry.covers, codePoint) ? (entry[weight] ?? null) : null;
  }
  return slicesOf.get(family)?.find((slice) => covers(slice.covers, codePoint))?.file ?? null;
}

/** Files of the plain family, which every certificate needs. */
export function plainFiles(): readonly string[] {
  const { regular, bold } = entries.get(PLAIN_FAMILY) ?? {};
  return [regular, bold].filter((file) => file !== undefined);
}

/** The order for a grapheme that asks to be shown as an emoji. */
export function emojiFirst(order: readonly string[]): readonly string[] {
  return [EMOJI_FAMILY, ...order.filter((id) => id !== EMOJI_FAMILY)];
}

import { type Coverage, covers } from '@laurel/fonts/coverage';
import { PLAIN_FAMILY, type Script } from '@laurel/fonts/families';
import { familiesFor } from '@laurel/fonts/family-order';
import fontIndex from '../../generated/fonts.json';
import type { Weight } from './weight.ts';

/** Reads a static asset of the renderer by its name. */
export type ReadAsset = (name: string) => Promise<ArrayBuffer>;

/** Which file of a family has a code point; null where none has. Asks nothing: what it needs is there. */
type FileFor = (codePoint: number, weight: Weight) => string | null;

type Slice = { readonly file: string; readonly covers: Coverage };

const slicesOf = new Map<string, readonly Slice[]>();
const entries = new Map(fontIndex.map((entry) => [entry.id, entry]));

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

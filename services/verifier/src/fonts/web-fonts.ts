import { type Coverage, covers } from '@laurel/fonts/coverage';
import fontIndex from '../../generated/web-fonts.json';

/** A font as a browser loads it: one file for both weights, or one for each. */
export type WebFont = {
  /** Its name in stylesheets, and what no other of the fonts is called. */
  readonly name: string;
  readonly covers: Coverage;
  readonly regular: string;
  readonly bold: string;
};

/** Reads a static asset of the verifier by its name, as text. */
export type ReadAsset = (name: string) => Promise<string>;

/**
 * Fonts that draw the same characters, from the smallest to the one that has them all. A page takes the
 * first that has what it needs.
 */
type FontPart = readonly WebFont[];

type Slice = { readonly file: string; readonly covers: Coverage };

/** A family: its parts, or the name of the list of slices that it is in. */
type Family = {
  readonly id: string;
  readonly parts?: readonly FontPart[];
  readonly slices?: string;
};

const families = new Map<string, Family>();
const readLists = new Map<string, readonly FontPart[]>();

/** Reads what there is of these families: the list of all, and of slices. Each is kept for the Worker's life. */
export async function readFamilies(ids: Iterable<string>, read: ReadAsset): Promise<void> {
  if (families.size === 0) {
    const all: readonly Family[] = JSON.parse(await read(fontIndex.file));
    // Parts are told apart by what they are: whoever read them meanwhile goes on with theirs.
    if (families.size === 0) for (const family of all) families.set(family.id, family);
  }
  await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const list = families.get(id)?.slices;
      if (list === undefined || readLists.has(id)) return;
      const slices: readonly Slice[] = JSON.parse(await read(list));
      if (readLists.has(id)) return;
      readLists.set(
        id,
        slices.map(({ file, covers: coverage }) => [
          { name: file.replace(/\..*$/, ''), covers: coverage, regular: file, bold: file },
        ]),
      );
    }),
  );
}

/**
 * The part of a family that draws all of these characters, given by their code points, so that a mark
 * stands on its letter; null where none does. The family must have been read.
 */
export function partWith(family: string, characters: readonly number[]): FontPart | null {
  const parts = families.get(family)?.parts ?? readLists.get(family) ?? [];
  return parts.find((part) => fontWith(part, characters) !== null) ?? null;
}

/** The smallest font of a part that has all of these characters; null where none has. */
export function fontWith(part: FontPart, characters: Iterable<number>): WebFont | null {
  const wanted = [...characters];
  return part.find((font) => wanted.every((one) => covers(font.covers, one))) ?? null;
}

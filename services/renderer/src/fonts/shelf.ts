import { type FontFile, openFont } from '../harfbuzz/typeface.ts';
import type { ReadAsset } from './library.ts';

/**
 * Bytes of fonts that are kept open. The largest certificate tried, in Han and Nastaliq, needs 5 MB; the
 * WebAssembly memory they lie in never shrinks, and a Worker has 128 MB in all.
 */
const KEPT_BYTES = 16 * 1024 * 1024;

type Shelved = { readonly font: Promise<FontFile>; bytes: number; users: number };

/** In the order of use: what was used last comes last. */
const shelf = new Map<string, Shelved>();

/** Fonts that stay open until they are given back. */
export type LeasedFonts = {
  readonly font: (file: string) => FontFile;
  readonly release: () => void;
};

/** Opens these font files, or finds them open, and lets none of them go before it is given back. */
export async function leaseFonts(files: Iterable<string>, read: ReadAsset): Promise<LeasedFonts> {
  const leased = [...new Set(files)].map((file) => ({ file, shelved: taken(file, read) }));
  const release = () => {
    for (const { shelved } of leased) shelved.users--;
    letGo();
  };
  try {
    const open = new Map<string, FontFile>();
    for (const { file, shelved } of leased) open.set(file, await shelved.font);
    return {
      font: (file) => {
        const font = open.get(file);
        if (font === undefined) throw new Error(`The font ${file} was not asked for.`);
        return font;
      },
      release,
    };
  } catch (defect) {
    release();
    throw defect;
  }
}

/** Bytes of font files that are open. */
export function shelvedBytes(): number {
  return [...shelf.values()].reduce((sum, { bytes }) => sum + bytes, 0);
}

function taken(file: string, read: ReadAsset): Shelved {
  const before = shelf.get(file);
  const shelved = before ?? { font: opened(file, read), bytes: 0, users: 0 };
  shelved.users++;
  shelf.delete(file);
  shelf.set(file, shelved);
  return shelved;
}

async function opened(file: string, read: ReadAsset): Promise<FontFile> {
  try {
    const font = openFont(await read(file));
    const shelved = shelf.get(file);
    if (shelved !== undefined) shelved.bytes = font.bytes;
    return font;
  } catch (defect) {
    // What failed to load once may load at the next certificate.
    shelf.delete(file);
    throw defect;
  }
}

/** Closes what was used longest ago, until the rest is within the limit or in use. */
function letGo(): void {
  let bytes = shelvedBytes();
  for (const [file, shelved] of shelf) {
    if (bytes <= KEPT_BYTES) return;
    if (shelved.users > 0 || shelved.bytes === 0) continue;
    shelf.delete(file);
    bytes -= shelved.bytes;
    shelved.font.then((font) => font.close());
  }
}

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAMILIES, type Family } from '@laurel/fonts/families';
import wawoff2 from 'wawoff2';
import {
  coverage,
  fingerprintOf,
  ranges,
  slicesOf,
  weightsOf,
  write,
  written,
} from './font-file.ts';

/**
 * Writes every font that the renderer may load as a static asset under `fonts/`, and `fonts.json`, which
 * says what each covers. A file's name holds a digest of its bytes, so that bundles of different ages
 * share the folder. Does nothing where the packages and this script are as they were.
 */
export async function prepareFonts(generated: string): Promise<void> {
  const folder = join(generated, 'fonts');
  const index = join(generated, 'fonts.json');
  const stamp = join(generated, 'fonts.stamp');
  const wanted = fingerprintOf(FAMILIES, [import.meta.filename]);
  if (existsSync(index) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  mkdirSync(folder, { recursive: true });
  const families = [];
  for (const family of FAMILIES) {
    families.push(family.sliced ? await sliced(family, folder) : whole(family, folder));
  }
  write(index, JSON.stringify(families));
  write(stamp, wanted);
}

/** A family of one file for each weight. */
function whole(family: Family, folder: string) {
  const { regular, bold } = weightsOf(family);
  const inRegular = coverage(regular);
  const inBold = new Set(coverage(bold));
  return {
    id: family.id,
    regular: written(folder, family.id, regular, 'ttf'),
    bold: written(folder, family.id, bold, 'ttf'),
    covers: ranges(inRegular.filter((codePoint) => inBold.has(codePoint))),
  };
}

/** A family of many small variable fonts, and a list of them that is itself loaded when it is needed. */
async function sliced(family: Family, folder: string) {
  const slices = [];
  for (const { name, path } of slicesOf(family)) {
    const bytes = await wawoff2.decompress(readFileSync(path));
    slices.push({ file: written(folder, name, bytes, 'ttf'), covers: ranges(coverage(bytes)) });
  }
  const list = Buffer.from(JSON.stringify(slices));
  return { id: family.id, slices: written(folder, family.id, list, 'json') };
}

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAMILIES, type Family } from '@laurel/fonts/families';
import { Blob, Face } from 'harfbuzzjs';
import wawoff2 from 'wawoff2';

const root = join(import.meta.dirname, '..');

/**
 * Writes every font that the renderer may load as a static asset under `fonts/`, and `fonts.json`, which
 * says what each covers. A file's name holds a digest of its bytes, so that bundles of different ages
 * share the folder. Does nothing where the packages and this script are as they were.
 */
export async function prepareFonts(generated: string): Promise<void> {
  const folder = join(generated, 'fonts');
  const index = join(generated, 'fonts.json');
  const stamp = join(generated, 'fonts.stamp');
  const wanted = fingerprint();
  if (existsSync(index) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  mkdirSync(folder, { recursive: true });
  const families = [];
  for (const family of FAMILIES) {
    families.push(family.sliced ? await sliced(family, folder) : whole(family, folder));
  }
  write(index, JSON.stringify(families));
  write(stamp, wanted);
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const { package: name } of FAMILIES) {
    hash.update(readFileSync(join(root, 'node_modules', name, 'package.json')));
  }
  hash.update(readFileSync(join(root, 'packages/fonts/src/families.ts')));
  return hash.update(readFileSync(import.meta.filename)).digest('hex');
}

/** A family of one file for each weight. Where it has no semi-bold, the regular one stands for both. */
function whole(family: Family, folder: string) {
  const weight = (name: string) => {
    const [file] = globSync(`node_modules/${family.package}/${name}/*.ttf`, { cwd: root });
    return file === undefined ? null : readFileSync(join(root, file));
  };
  const regular = weight('400Regular');
  if (regular === null) throw new Error(`${family.package} has no regular weight any more.`);
  const bold = weight('600SemiBold') ?? regular;
  const inRegular = coverage(regular);
  const inBold = new Set(coverage(bold));
  return {
    id: family.id,
    regular: written(folder, family.id, regular),
    bold: written(folder, family.id, bold),
    covers: ranges(inRegular.filter((codePoint) => inBold.has(codePoint))),
  };
}

/** A family of many small variable fonts, and a list of them that is itself loaded when it is needed. */
async function sliced(family: Family, folder: string) {
  const files = globSync(`node_modules/${family.package}/files/*-wght-normal.woff2`, { cwd: root });
  const slices = [];
  for (const file of files.sort()) {
    const bytes = await wawoff2.decompress(readFileSync(join(root, file)));
    const slice = file.replace(/^.*\/|-wght-normal\.woff2$/g, '');
    slices.push({ file: written(folder, slice, bytes), covers: ranges(coverage(bytes)) });
  }
  const list = Buffer.from(JSON.stringify(slices));
  return { id: family.id, slices: written(folder, family.id, list, 'json') };
}

function coverage(font: Uint8Array): readonly number[] {
  const face = new Face(new Blob(font));
  if (face.referenceTable('glyf') === undefined) {
    throw new Error('A font has no TrueType outlines: the renderer draws no others.');
  }
  return [...face.collectUnicodes()].sort((one, other) => one - other);
}

/** First and last code point of each run, one after the other. */
function ranges(codePoints: readonly number[]): readonly number[] {
  const flat: number[] = [];
  for (const codePoint of codePoints) {
    if (flat.at(-1) === codePoint - 1) flat[flat.length - 1] = codePoint;
    else flat.push(codePoint, codePoint);
  }
  return flat;
}

function written(folder: string, name: string, bytes: Uint8Array, extension = 'ttf'): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const file = `${name}.${digest}.${extension}`;
  if (!existsSync(join(folder, file))) write(join(folder, file), bytes);
  return file;
}

/** Whole or not at all: another build may be reading. */
function write(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.partial`, content);
  renameSync(`${path}.partial`, path);
}

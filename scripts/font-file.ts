import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Family } from '@laurel/fonts/families';
import { Blob, Face } from 'harfbuzzjs';

/** The root of the tree. */
export const ROOT = join(import.meta.dirname, '..');

/** The code points that a font has, ascending. */
export function coverage(font: Uint8Array): readonly number[] {
  const face = new Face(new Blob(font));
  if (face.referenceTable('glyf') === undefined) {
    throw new Error('A font has no TrueType outlines: the renderer draws no others.');
  }
  return [...face.collectUnicodes()].sort((one, other) => one - other);
}

/** First and last code point of each run, one after the other. */
export function ranges(codePoints: readonly number[]): readonly number[] {
  const flat: number[] = [];
  for (const codePoint of codePoints) {
    if (flat.at(-1) === codePoint - 1) flat[flat.length - 1] = codePoint;
    else flat.push(codePoint, codePoint);
  }
  return flat;
}

/** The regular and the semi-bold weight of a family; the regular one stands for both where it has no other. */
export function weightsOf(family: Family): { readonly regular: Buffer; readonly bold: Buffer } {
  const weight = (name: string) => {
    const [file] = globSync(`node_modules/${family.package}/${name}/*.ttf`, { cwd: ROOT });
    return file === undefined ? null : readFileSync(join(ROOT, file));
  };
  const regular = weight('400Regular');
  if (regular === null) throw new Error(`${family.package} has no regular weight any more.`);
  return { regular, bold: weight('600SemiBold') ?? regular };
}

/** The files of a family in slices, each with all weights (WOFF2), by their names within the family. */
export function slicesOf(
  family: Family,
): readonly { readonly name: string; readonly path: string }[] {
  const files = globSync(`node_modules/${family.package}/files/*-wght-normal.woff2`, { cwd: ROOT });
  return files.sort().map((file) => ({
    name: file.replace(/^.*\/|-wght-normal\.woff2$/g, ''),
    path: join(ROOT, file),
  }));
}

/** What tells whether fonts must be prepared anew: their packages, and the scripts that prepare them. */
export function fingerprintOf(families: readonly Family[], scripts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const { package: name } of families) {
    hash.update(readFileSync(join(ROOT, 'node_modules', name, 'package.json')));
  }
  hash.update(readFileSync(join(ROOT, 'packages/fonts/src/families.ts')));
  for (const script of scripts) hash.update(readFileSync(script));
  return hash.update(readFileSync(import.meta.filename)).digest('hex');
}

/** Writes a file whose name holds a digest of its bytes, unless it is there; answers its name. */
export function written(
  folder: string,
  name: string,
  bytes: Uint8Array,
  extension: string,
): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const file = `${name}.${digest}.${extension}`;
  if (!existsSync(join(folder, file))) write(join(folder, file), bytes);
  return file;
}

/** Whole or not at all: another build may be reading. */
export function write(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.partial`, content);
  renameSync(`${path}.partial`, path);
}

import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMON_FAMILIES, FAMILIES, type Family, PLAIN_FAMILY } from '@laurel/fonts/families';
import subsetFont from 'subset-font';
import wawoff2 from 'wawoff2';
import {
  coverage,
  fingerprintOf,
  ROOT,
  ranges,
  slicesOf,
  weightsOf,
  write,
  written,
} from './font-file.ts';
import { isPlain, OF_SEQUENCES, PLAIN_PARTS } from './web-font-slices.ts';

/** Code points in one file of a family of signs, of which a page needs one or two. */
const SIGNS_IN_A_FILE = 128;
/** Below the combining marks: letters and signs that a family in slices is not loaded for. */
const FIRST_MARK = 0x300;

/**
 * Writes every font that a browser may load of the verifier as a static asset, as
 * WOFF2, with the licences and a list that says what each covers, which `web-fonts.json` names. Does nothing where
 * the packages and these scripts are as they were.
 */
export async function prepareWebFonts(generated: string): Promise<void> {
  const folder = join(generated, 'assets');
  const index = join(generated, 'web-fonts.json');
  const stamp = join(generated, 'web-fonts.stamp');
  const slices = join(import.meta.dirname, 'web-font-slices.ts');
  const wanted = fingerprintOf(FAMILIES, [import.meta.filename, slices]);
  if (existsSync(index) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  mkdirSync(folder, { recursive: true });
  const families = [];
  for (const family of FAMILIES) families.push(await preparedFamily(family, folder));
  write(join(folder, 'OFL.txt'), licences());
  const list = written(folder, 'families', Buffer.from(JSON.stringify(families)), 'json');
  write(index, JSON.stringify({ file: list }));
  write(stamp, wanted);
}

async function preparedFamily(family: Family, folder: string) {
  const { id } = family;
  if (family.sliced) return { id, slices: await inSlices(family, folder) };
  if (id === PLAIN_FAMILY) {
    const parts = [];
    for (const choices of PLAIN_PARTS) {
      const made = [];
      for (const { name, has } of choices)
        made.push(await font(family, `${id}-${name}`, has, folder));
      parts.push(made);
    }
    return { id, parts };
  }
  if (COMMON_FAMILIES.includes(id)) return { id, slices: await inChunks(family, folder) };
  return { id, parts: [[await font(family, id, (codePoint) => !isPlain(codePoint), folder)]] };
}

/** A font of a family in both weights, with those of its characters that are wanted. */
async function font(
  family: Family,
  name: string,
  isWanted: (codePoint: number) => boolean,
  folder: string,
) {
  const { regular, bold } = weightsOf(family);
  const inBold = new Set(coverage(bold));
  const wanted = coverage(regular).filter((one) => inBold.has(one) && isWanted(one));
  return {
    name,
    covers: ranges(wanted),
    regular: written(folder, name, await woff2(regular, wanted), 'woff2'),
    bold: written(folder, name, await woff2(bold, wanted), 'woff2'),
  };
}

/** A family that its package brings in slices, as it is; its list is itself read when it is needed. */
async function inSlices(family: Family, folder: string): Promise<string> {
  const slices = [];
  for (const { name, path } of slicesOf(family)) {
    const bytes = readFileSync(path);
    const covers = coverage(await wawoff2.decompress(bytes)).filter((one) => one >= FIRST_MARK);
    if (covers.length === 0) continue;
    slices.push({ file: written(folder, name, bytes, 'woff2'), covers: ranges(covers) });
  }
  return written(folder, family.id, Buffer.from(JSON.stringify(slices)), 'json');
}

/** A family of signs, of which no two have to do with each other, in files of equal length. */
async function inChunks(family: Family, folder: string): Promise<string> {
  const { regular } = weightsOf(family);
  const all = coverage(regular);
  const shared = all.filter((one) => OF_SEQUENCES.includes(one));
  const signs = all.filter((one) => one >= FIRST_MARK && !shared.includes(one));
  const slices = [];
  for (let at = 0; at < signs.length; at += SIGNS_IN_A_FILE) {
    const covers = [...shared, ...signs.slice(at, at + SIGNS_IN_A_FILE)].sort(
      (one, other) => one - other,
    );
    const bytes = await woff2(regular, covers);
    const name = `${family.id}-${at / SIGNS_IN_A_FILE}`;
    slices.push({ file: written(folder, name, bytes, 'woff2'), covers: ranges(covers) });
  }
  return written(folder, family.id, Buffer.from(JSON.stringify(slices)), 'json');
}

/** Without hints: screens that need them are gone, and they are half of some files. */
function woff2(bytes: Buffer, codePoints: readonly number[]): Promise<Uint8Array> {
  const text = codePoints.map((one) => String.fromCodePoint(one)).join('');
  return subsetFont(bytes, text, { targetFormat: 'woff2', noHinting: true });
}

/** The licence of each package, each text once (SIL Open Font License 1.1, condition 2). */
function licences(): string {
  const texts = FAMILIES.map(({ package: name }) => {
    const [file] = globSync(`node_modules/${name}/{LICENSE_FONT,LICENSE}`, { cwd: ROOT })
      .sort()
      .reverse();
    if (file === undefined) throw new Error(`${name} has no licence any more.`);
    return readFileSync(join(ROOT, file), 'utf8').trim();
  });
  return `${[...new Set(texts)].join('\n\n\n')}\n`;
}

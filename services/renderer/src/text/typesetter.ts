import { loadSlices, plainFiles, type ReadAsset } from '../fonts/library.ts';
import { leaseFonts } from '../fonts/shelf.ts';
import type { FontFile } from '../harfbuzz/typeface.ts';
import { ELLIPSIS } from './fit.ts';
import { graphemesOf } from './graphemes.ts';
import { itemise, type TextToSet } from './itemise.ts';
import { type Paragraph, paragraphOf } from './paragraph.ts';

/** A shorter text fits wherever it is set, so that nobody asks for it with an ellipsis. */
const LEAST_CUT_UNITS = 24;

/** Sets the texts of one certificate. Its fonts stay open until it is released. */
export type Typesetter = {
  readonly set: (text: TextToSet) => Paragraph;
  /** The typeface of what no text brings: the digits in the boxes of characters that no font draws. */
  readonly plain: FontFile;
  /** Characters that no font draws, each once. They are shown as boxes. */
  readonly boxed: readonly string[];
  readonly release: () => void;
};

/** Reads whatever fonts these texts need, and no other. A part of one of them may be set as well. */
export async function typesetterFor(
  texts: readonly TextToSet[],
  read: ReadAsset,
): Promise<Typesetter> {
  for (const { text, language } of texts) {
    const scripts = new Set(graphemesOf(text).map(({ script }) => script));
    await loadSlices(scripts, language, read);
  }
  const files = new Set(plainFiles());
  const boxed = new Set<string>();
  for (const source of texts) {
    for (const { font, start, end } of itemise(source).items) {
      if (font !== null) files.add(font);
      else for (const character of source.text.slice(start, end)) boxed.add(character);
    }
    if (source.text.length < LEAST_CUT_UNITS) continue;
    const cut = itemise({ ...source, text: `${source.text}${ELLIPSIS}` });
    for (const { font } of cut.items) if (font !== null) files.add(font);
  }
  const { font, release } = await leaseFonts(files, read);
  const known = new Map<string, Paragraph>();
  const [plain = ''] = plainFiles();
  return {
    set: (source) => {
      const key = `${source.weight} ${source.base} ${source.language} ${source.text}`;
      const paragraph = known.get(key) ?? paragraphOf(source, font);
      known.set(key, paragraph);
      return paragraph;
    },
    plain: font(plain),
    boxed: [...boxed].filter((character) => character !== ' '),
    release,
  };
}

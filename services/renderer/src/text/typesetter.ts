import { graphemesOf } from '@laurel/fonts/graphemes';
import { loadSlices, plainFiles, type ReadAsset } from '../fonts/library.ts';
import { leaseFonts } from '../fonts/shelf.ts';
import type { FontFile } from '../harfbuzz/typeface.ts';
import { type Itemised, itemise, type TextToSet } from './itemise.ts';
import { type Paragraph, paragraphOf } from './paragraph.ts';

/** Sets the texts of one certificate. Its fonts stay open until it is released. */
export type Typesetter = {
  readonly set: (text: TextToSet) => Paragraph;
  /** The typeface of what no text brings: the digits in the boxes of characters that no font draws. */
  readonly plain: FontFile;
  /** Characters that no font draws, each once. They are shown as boxes. */
  readonly boxed: readonly string[];
  readonly release: () => void;
};

/** Reads whatever fonts these texts need, and no other. */
export async function typesetterFor(
  texts: readonly TextToSet[],
  read: ReadAsset,
): Promise<Typesetter> {
  const parted = await Promise.all(
    texts.map(async (source) => {
      const graphemes = graphemesOf(source.text);
      const scripts = new Set(graphemes.map(({ script }) => script));
      await loadSlices(scripts, source.language, read);
      return { source, itemised: itemise(source, graphemes) };
    }),
  );
  const files = new Set(plainFiles());
  for (const { font } of parted.flatMap(({ itemised }) => itemised.items)) {
    if (font !== null) files.add(font);
  }
  const { font, release } = await leaseFonts(files, read);
  const itemised = new Map(parted.map((one) => [keyOf(one.source), one.itemised]));
  const known = new Map<string, Paragraph>();
  const [plain = ''] = plainFiles();
  return {
    set: (source) => {
      const key = keyOf(source);
      const paragraph =
        known.get(key) ?? paragraphOf(source, itemised.get(key) ?? itemise(source), font);
      known.set(key, paragraph);
      return paragraph;
    },
    plain: font(plain),
    boxed: boxedIn(parted),
    release,
  };
}

function keyOf({ weight, base, language, text }: TextToSet): string {
  return `${weight} ${base} ${language} ${text}`;
}

type Parted = { readonly source: TextToSet; readonly itemised: Itemised };

function boxedIn(parted: readonly Parted[]): readonly string[] {
  const characters = parted.flatMap(({ source, itemised }) =>
    itemised.items
      .filter((item) => item.font === null)
      .flatMap(({ start, end }) => [...source.text.slice(start, end)]),
  );
  return [...new Set(characters)].filter((character) => character !== ' ');
}

import { INK, type Palette, QUIET_INK } from '@laurel/art/palette';
import { type Block, ground, laid, picture, stacked, turned, white } from '../layout/block.ts';
import type { Extent } from '../layout/head.ts';
import { WIDE_SCALE } from '../layout/scale.ts';
import { line, prose, type Setting } from '../layout/setting.ts';
import type { Sheet } from '../page.ts';
import { printedSide, type QrCode } from '../qr.ts';
import type { FitSaid } from '../text/fit-said.ts';
import { followedBy } from '../texts/said.ts';
import type { EntryTexts, LetterTexts } from './letter-texts.ts';

/** With what a letter is laid out. */
export type LetterOutfit = {
  readonly sheet: Sheet;
  readonly fit: FitSaid;
  readonly palette: Palette;
  /** One for each credential, in their order. */
  readonly codes: readonly QrCode[];
  readonly logo: Extent | null;
  readonly hasBoxes: boolean;
};

const GAP = 15;
const FOOT_GAP = 12;
const LABEL_WIDTH = 104;
const COLUMN_GAP = 10;
const QR_SIDE = 66;
/** White round a code: four of its modules at least (ISO/IEC 18004, 6.3.8). */
const QR_GAP = 16;
const LOGO = { width: 130, height: 46 } as const;
/** Everything is set smaller where a credential would take more than a page, and once to save a page. */
const SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5] as const;

/** The pages of a letter. No credential is parted by the end of a page. */
export function letterLayout(texts: LetterTexts, outfit: LetterOutfit): readonly Block[] {
  const { sheet, fit, palette, codes } = outfit;
  const [code] = codes;
  if (code === undefined) throw new Error('a letter about nothing');
  const settings = SHARES.map((small): Setting => {
    return { fit, palette, scale: WIDE_SCALE, code, large: 1, small, away: new Set() };
  });
  const drafts = settings.map((setting) => {
    // As high as on any page.
    const foot = footBlock(setting, texts, outfit, 88, 88);
    const height = sheet.tall - foot.height - FOOT_GAP;
    const parts = partsOf(setting, texts, outfit);
    const fits = parts.every((part) => part.height <= height);
    return { setting, fits, pages: inPages(parts, height) };
  });
  const fitting = drafts.filter(({ fits }) => fits);
  const [usual, smaller] = fitting.length === 0 ? drafts.slice(-1) : fitting;
  if (usual === undefined) throw new Error('a letter without sizes');
  const saves = smaller !== undefined && smaller.pages.length < usual.pages.length;
  const { setting, pages } = saves ? smaller : usual;
  return pages.map((blocks, at) => {
    const foot = footBlock(setting, texts, outfit, at + 1, pages.length);
    const page = laid(sheet.width, sheet.height, [
      { block: stacked(blocks, GAP), left: sheet.left, top: sheet.top },
      { block: foot, left: sheet.left, top: sheet.top + sheet.tall - foot.height },
    ]);
    return texts.direction === 'ltr' ? page : turned(page);
  });
}

function inPages(parts: readonly Block[], height: number): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]];
  let used = 0;
  for (const part of parts) {
    const further = used === 0 ? part.height : used + GAP + part.height;
    if (used > 0 && further > height) {
      pages.push([part]);
      used = part.height;
    } else {
      pages.at(-1)?.push(part);
      used = further;
    }
  }
  return pages;
}

function partsOf(setting: Setting, texts: LetterTexts, outfit: LetterOutfit): readonly Block[] {
  const { sheet, codes, palette } = outfit;
  const width = sheet.inner;
  const plain = { colour: INK };
  const head = stacked([
    headBlock(setting, texts, outfit),
    white(14, width),
    prose(setting, texts.madeOn, 10, width, { colour: QUIET_INK }),
    white(10, width),
    prose(setting, texts.addressee, 11, width, plain),
    white(12, width),
    line(setting, texts.title, 19, width, { colour: palette.dark, weight: 'bold', role: 'H1' }),
    white(6, width),
    prose(setting, texts.intro, 10.5, width, plain),
    ...texts.notes.flatMap((note) => [
      white(4, width),
      prose(setting, note, 9, width, { colour: QUIET_INK }),
    ]),
  ]);
  const entries = texts.entries.map((entry, index) =>
    entryBlock(setting, entry, codes[index] ?? setting.code, width),
  );
  return [head, ...entries, prose(setting, texts.how, 10.5, width, plain)];
}

/** Who says so: the issuer beside its logo, over a line. */
function headBlock(setting: Setting, texts: LetterTexts, { sheet, logo }: LetterOutfit): Block {
  const width = sheet.inner;
  const share = logo === null ? 0 : Math.min(LOGO.width / logo.width, LOGO.height / logo.height);
  const shown = logo === null ? white(0) : picture('logo', logo.width * share, logo.height * share);
  const room = shown.width === 0 ? width : width - shown.width - GAP;
  const { dark } = setting.palette;
  const names = prose(setting, texts.issuers, 14, room, { colour: dark, weight: 'bold' });
  const height = Math.max(names.height, shown.height);
  return stacked(
    [
      laid(width, height, [
        { block: names, left: 0, top: (height - names.height) / 2 },
        { block: shown, left: width - shown.width, top: (height - shown.height) / 2 },
      ]),
      ground(width, 1.2, dark),
    ],
    7,
  );
}

function entryBlock(setting: Setting, entry: EntryTexts, code: QrCode, width: number): Block {
  const { dark, mid } = setting.palette;
  const side = printedSide(code, QR_SIDE);
  const room = width - side - QR_GAP;
  const valueRoom = room - LABEL_WIDTH - COLUMN_GAP;
  const rows = entry.rows.map(({ label, value }) => {
    const of = prose(setting, label, 8.5, LABEL_WIDTH, { colour: QUIET_INK });
    const what = prose(setting, value, 9, valueRoom, { colour: INK });
    return laid(room, Math.max(of.height, what.height), [
      { block: of, left: 0, top: 0.4 },
      { block: what, left: LABEL_WIDTH + COLUMN_GAP, top: 0 },
    ]);
  });
  const bold = { weight: 'bold', role: 'P' } as const;
  const texts = stacked(
    [
      prose(setting, entry.name, 13, room, { colour: dark, weight: 'bold', role: 'H2' }),
      prose(setting, entry.demonstration, 9, room, { ...bold, colour: dark }),
      prose(setting, entry.description, 10, room, { colour: INK }),
      ...rows,
      line(setting, entry.address, 9, room, {
        ...bold,
        colour: INK,
        leads: true,
        address: entry.url,
      }),
    ],
    3.5,
  );
  const qr = picture('qr', side, side);
  const coded = { ...qr, pictures: qr.pictures.map((one) => ({ ...one, code })) };
  const height = Math.max(texts.height, side);
  const body = laid(width, height, [
    { block: texts, left: 0, top: 0 },
    { block: coded, left: width - side, top: 2 },
  ]);
  return stacked([ground(width, 0.6, mid), body], 7);
}

function footBlock(
  setting: Setting,
  texts: LetterTexts,
  { sheet, hasBoxes }: LetterOutfit,
  page: number,
  pages: number,
): Block {
  const said = [texts.footer, ...(hasBoxes ? [texts.boxed] : []), texts.page(page, pages)];
  return prose(setting, said.reduce(followedBy), 8, sheet.inner, { colour: QUIET_INK });
}

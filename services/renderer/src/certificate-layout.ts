import type { Palette } from '@laurel/art/palette';
import { type CertificateTexts, wordingsOf } from './certificate-texts.ts';
import { ABREAST } from './layout/abreast.ts';
import { type Block, laid, spread, turned } from './layout/block.ts';
import { type Area, type Composed, type Composition, fits } from './layout/composition.ts';
import { footBlock } from './layout/foot.ts';
import { furtherPages } from './layout/further-pages.ts';
import type { Extent } from './layout/head.ts';
import { RAIL } from './layout/rail.ts';
import type { Movable, Setting, Tightness } from './layout/setting.ts';
import { UPRIGHT } from './layout/upright.ts';
import type { Sheet } from './page.ts';
import type { QrCode } from './qr.ts';
import type { FitSaid } from './text/fit-said.ts';

/** With what a certificate is laid out. */
export type LaidOutWith = {
  readonly sheet: Sheet;
  readonly fit: FitSaid;
  readonly palette: Palette;
  readonly code: QrCode;
  /** Null where the issuer has none. */
  readonly logo: Extent | null;
  readonly hasBoxes: boolean;
};

const FOOT_GAP = 13;

/** Where there is this much white between groups even so, small print is set larger. */
const ROOMY = { small: 1.12, gap: 17 } as const;
/** Names give way to the other texts in these steps. */
const LARGE_SHARES = [1, 0.85, 0.7, 0.55] as const;
const SMALL_SHARES = [1, 0.92] as const;
/** Then the longest texts go to a further page, in this order. */
const MOVED: readonly (readonly Movable[])[] = [
  [],
  ['statements'],
  ['statements', 'description'],
  ['statements', 'description', 'evidence'],
];
/** Where even that does not do, everything is set smaller and smaller. */
const LAST_SHARES = [0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2] as const;

/** The pages of a certificate. Nothing on them touches, and nothing is left out. */
export function certificateLayout(texts: CertificateTexts, outfit: LaidOutWith): readonly Block[] {
  const { sheet, logo, hasBoxes } = outfit;
  const composition = compositionFor(texts, sheet);
  for (const tightness of tightnesses(texts)) {
    const setting = { ...outfit, ...tightness, scale: composition.scale };
    const footOf: FootOf = (page) => footBlock(setting, texts, sheet.inner, hasBoxes, page);
    const foot = footOf(tightness.away.size === 0 ? null : { number: 1, of: 2 });
    const area = { width: sheet.inner, height: sheet.tall - foot.height - FOOT_GAP };
    const composed = composition.compose(setting, texts, area, logo);
    const gap = tightness.small > 1 ? ROOMY.gap : undefined;
    if (fits(composed, area, gap)) return pagesOf(composed, setting, texts, area, footOf, sheet);
  }
  throw new Error('The certificate does not fit at any size.');
}

type FootOf = (page: { readonly number: number; readonly of: number } | null) => Block;

function compositionFor({ second }: CertificateTexts, { orientation }: Sheet): Composition {
  if (second !== null) return ABREAST;
  return orientation === 'landscape' ? RAIL : UPRIGHT;
}

function* tightnesses(texts: CertificateTexts): Generator<Tightness> {
  yield { large: 1, small: ROOMY.small, away: new Set() };
  const moves = MOVED.map((moved) => new Set(moved.filter((one) => isThere(one, texts))));
  for (const away of moves) {
    for (const small of SMALL_SHARES) {
      for (const large of LARGE_SHARES) yield { large, small, away };
    }
  }
  const away = moves.at(-1) ?? new Set<Movable>();
  for (const share of LAST_SHARES) yield { large: share, small: share, away };
}

function isThere(movable: Movable, texts: CertificateTexts): boolean {
  return wordingsOf(texts).some(({ statements, description, cells }) => {
    if (movable === 'description') return description !== null;
    if (movable === 'evidence') return cells.some(({ prose }) => prose);
    return statements.some((one) => one !== null);
  });
}

function pagesOf(
  composed: Composed,
  setting: Setting,
  texts: CertificateTexts,
  area: Area,
  footOf: FootOf,
  sheet: Sheet,
): readonly Block[] {
  const asMeant = { ...setting, large: 1, small: 1 };
  const further = setting.away.size === 0 ? [] : furtherPages(asMeant, texts, area);
  const contents = [firstPage(composed, area), ...further];
  return contents.map((content, index) => {
    const of = contents.length;
    const foot = footOf(of === 1 ? null : { number: index + 1, of });
    const page = laid(sheet.width, sheet.height, [
      { block: content, left: sheet.left, top: sheet.top },
      { block: foot, left: sheet.left, top: sheet.top + sheet.tall - foot.height },
    ]);
    const ordered = { ...page, texts: page.texts.toSorted((one, other) => one.turn - other.turn) };
    return texts.first.direction === 'ltr' ? ordered : turned(ordered);
  });
}

function firstPage({ groups, fixed }: Composed, { width, height }: Area): Block {
  const column = spread(groups, height);
  return laid(width, height, [{ block: column, left: 0, top: 0 }, ...fixed]);
}

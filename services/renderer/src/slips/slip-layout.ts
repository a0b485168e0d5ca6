import { heightOf } from '../text/fit.ts';
import type { FitSaid, FittedText } from '../text/fit-said.ts';
import type { SlipPage } from './slip-page.ts';
import type { SlipTexts, Weighed } from './slip-texts.ts';

/** White between the line to cut along and what is printed. */
const PADDING = 11.5;
/**
 * Room for the QR code without its quiet zone, which the white around it is wide enough for: 27 mm, so that a
 * module is no smaller than 0.7 mm. The code itself is up to four points smaller or larger.
 */
const QR_SIDE = 76;
const GAP = 4;
const LEADING = 1.3;
/** The smallest print gives way first, then the names; nothing of either is left out. */
const SMALL_SIZES = [7.5, 7, 6.5, 6, 5.5, 5] as const;
const NAME_SHARES = [1.15, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.45, 0.4] as const;
const SMALL_PRINT_HEIGHT = 42;
const CODE_SIZE = 17;

/** A text of a slip: points from the slip's upper left corner, y downwards. */
export type PlacedOnSlip = {
  readonly text: FittedText;
  readonly left: number;
  readonly top: number;
  readonly width: number;
};

/** Where what every slip says stands, and where there is room for what it says for itself. */
export type SlipLayout = {
  /** Under the number, in reading order. */
  readonly upper: readonly PlacedOnSlip[];
  readonly lower: readonly PlacedOnSlip[];
  readonly number: (text: Weighed) => PlacedOnSlip;
  readonly code: (text: Weighed) => PlacedOnSlip;
  readonly qr: { readonly left: number; readonly top: number; readonly side: number };
};

/** Lays a slip out; mirrored where its language runs from right to left. */
export function slipLayout(texts: SlipTexts, page: SlipPage, fit: FitSaid): SlipLayout {
  const width = page.slipWidth - 2 * PADDING;
  const foot = page.slipHeight - PADDING;
  const isFromRight = texts.direction === 'rtl';
  const sized = ({ said, weight }: Weighed, size: number, room: number) =>
    fit(said, weight, {
      width: room,
      height: Number.POSITIVE_INFINITY,
      largest: size,
      smallest: size,
      leading: LEADING,
    });

  const [howTo, until] = firstThatFits(SMALL_SIZES, SMALL_PRINT_HEIGHT, (size) => [
    sized(texts.howTo, size, width),
    sized(texts.until, size, width),
  ]);
  const code = (text: Weighed) => sized(text, CODE_SIZE, width);
  const codeHeight = heightOf(code(LIKE_A_CODE));
  const untilTop = foot - heightOf(until);
  const codeTop = untilTop - GAP / 2 - codeHeight;
  const howToTop = codeTop - GAP / 2 - heightOf(howTo);

  const besideQr = width - QR_SIDE - PADDING;
  const number = (text: Weighed) => sized(text, 8.5, besideQr);
  const namesTop = PADDING + heightOf(number(LIKE_A_CODE)) + 1;
  const names = firstThatFits(NAME_SHARES, howToTop - namesTop - 3 * GAP, (share) => [
    sized(texts.event, 11.5 * share, besideQr),
    sized(texts.issuer, 9 * share, besideQr),
    sized(texts.achievement, 9 * share, besideQr),
  ]);
  const left = isFromRight ? PADDING : PADDING + QR_SIDE + PADDING;
  let top = namesTop;
  const upper = names.map((text) => {
    const placed = { text, left, top, width: besideQr };
    top += heightOf(text) + GAP / 2;
    return placed;
  });
  const across = (text: FittedText, at: number) => ({ text, left: PADDING, top: at, width });
  return {
    upper: [...upper, across(howTo, howToTop)],
    lower: [across(until, untilTop)],
    number: (text) => ({ text: number(text), left, top: PADDING, width: besideQr }),
    code: (text) => across(code(text), codeTop),
    qr: {
      left: isFromRight ? page.slipWidth - PADDING - QR_SIDE : PADDING,
      top: PADDING,
      side: QR_SIDE,
    },
  };
}

/** As high as any code or number. */
const LIKE_A_CODE: Weighed = {
  said: { text: '0', language: 'und', base: 'ltr' },
  weight: 'bold',
};

/** Texts at the first of these sizes at which they are no higher together; at the last one in any case. */
function firstThatFits<Texts extends readonly FittedText[]>(
  sizes: readonly [number, ...number[]],
  height: number,
  set: (size: number) => Texts,
): Texts {
  let texts = set(sizes[0]);
  for (const size of sizes.slice(1)) {
    if (texts.reduce((sum, text) => sum + heightOf(text), 0) <= height) return texts;
    texts = set(size);
  }
  return texts;
}

import { QUIET_INK } from '@laurel/art/palette';
import { type CertificateTexts, wordingsOf } from '../certificate-texts.ts';
import type { Said } from '../texts/said.ts';
import {
  type Align,
  type Block,
  beside,
  ground,
  laid,
  readLater,
  stacked,
  white,
} from './block.ts';
import { checkStrip, quietZone } from './check.ts';
import type { Area, Composition } from './composition.ts';
import { crest, type Extent, headingBlock, holderBlock, recognisedBlock } from './head.ts';
import { ruled } from './ruled.ts';
import { NARROW_SCALE } from './scale.ts';
import { line, type Setting } from './setting.ts';
import { signatoriesInHalves } from './signatories.ts';
import { facing, type Halves, halfOf } from './two-columns.ts';
import { achievementRows, factRows, statementParts } from './wording-rows.ts';

const COLUMN_GAP = 26;
const ROW_GAP = 7;
const QR_SIDE = 92;
/** From so many points on two statements of one language stand side by side, and three facts. */
const WIDE_HALF = 300;

/** Two languages abreast under the one name; each begins at its own side. */
export const ABREAST: Composition = {
  scale: NARROW_SCALE,
  compose: (setting, texts, area, logo) => {
    const { width } = area;
    const halves = { width, gap: COLUMN_GAP };
    const half = halfOf(halves);
    const wide = half >= WIDE_HALF;
    const { mid } = setting.palette;
    const columns = (rows: (wording: CertificateTexts['first']) => readonly Block[]) =>
      wordingsOf(texts).map((wording) => ({
        rows: rows(wording),
        otherWay: wording.direction !== texts.first.direction,
      }));
    return {
      groups: [
        ...(wide ? lyingHead : standingHead)(setting, texts, area, logo),
        facing(
          columns((wording) => achievementRows(setting, wording, half)),
          halves,
          1,
        ),
        ruled(
          facing(
            columns((wording) => factRows(setting, wording, half, wide ? 3 : 2)),
            halves,
            ROW_GAP,
          ),
          mid,
        ),
        ruled(
          facing(
            columns((wording) => statementRows(setting, wording, half, wide)),
            halves,
            wide ? 0 : 1,
          ),
          mid,
        ),
        ...(wide ? [] : [signatoriesInHalves(setting, texts.signatories, halves)]),
        ruled(checkStrip(setting, texts, width, QR_SIDE, wide), mid, quietZone(setting, QR_SIDE)),
      ],
      fixed: [],
    };
  },
};

type Head = (
  setting: Setting,
  texts: CertificateTexts,
  area: Area,
  logo: Extent | null,
) => readonly Block[];

/** The emblem between the headings. */
const lyingHead: Head = (setting, texts, { width }, logo) => {
  const side = 84 * setting.large;
  if (!hasTwoHeadings(texts)) return sharedHead(setting, texts, width, side, logo);
  const middle = logo === null ? side : side * 2.9;
  const halves = { width, gap: middle + 2 * COLUMN_GAP };
  const head = beside(
    [
      { block: headings(setting, texts, halves, 'right'), left: 0 },
      { block: crest(setting, logo, side, width), left: 0 },
    ],
    width,
  );
  return [stacked([head, named(setting, texts, width)], 2)];
};

/** The emblem over the headings. */
const standingHead: Head = (setting, texts, { width }, logo) => {
  const side = 96 * setting.large;
  if (!hasTwoHeadings(texts)) return sharedHead(setting, texts, width, side, logo);
  const halves = { width, gap: COLUMN_GAP };
  return [
    stacked([crest(setting, logo, side, width), headings(setting, texts, halves)], 8),
    named(setting, texts, width),
  ];
};

/** Where both languages have the same labels, they are said once, in the middle. */
function sharedHead(
  setting: Setting,
  texts: CertificateTexts,
  width: number,
  side: number,
  logo: Extent | null,
): readonly Block[] {
  return [
    stacked(
      [crest(setting, logo, side, width), headingBlock(setting, texts.first, width, 'centre')],
      6,
    ),
    recognisedBlock(setting, texts, width, 'centre'),
  ];
}

function hasTwoHeadings({ second }: CertificateTexts): boolean {
  return second !== null && second.labels !== null;
}

/** A heading for each language; where both run the same way, the second one may keep to the other side. */
function headings(
  setting: Setting,
  texts: CertificateTexts,
  halves: Halves,
  second: Align = 'left',
): Block {
  const columns = wordingsOf(texts).map((wording) => {
    const otherWay = wording.direction !== texts.first.direction;
    const align = wording === texts.second && !otherWay ? second : 'left';
    return { rows: [headingBlock(setting, wording, halfOf(halves), align)], otherWay };
  });
  return facing(columns, halves, 2);
}

/** The name, with the words over and under it in both languages. */
function named(setting: Setting, texts: CertificateTexts, width: number): Block {
  const said = (
    choose: (labels: NonNullable<CertificateTexts['first']['labels']>) => Said | null,
  ) => wordingsOf(texts).flatMap(({ labels }) => (labels === null ? [] : (choose(labels) ?? [])));
  return stacked(
    [
      aroundMiddle(
        setting,
        said(({ holderLabel }) => holderLabel),
        width,
      ),
      holderBlock(setting, texts, width, 'centre'),
      aroundMiddle(
        setting,
        said(({ holderNote }) => holderNote),
        width,
      ),
    ],
    2,
  );
}

const AROUND_GAP = 8;

/** Two short texts on one line, on either side of the middle. */
function aroundMiddle(setting: Setting, said: readonly Said[], width: number): Block {
  const [first, second] = said;
  if (first === undefined) return white(0, width);
  const look = { colour: QUIET_INK };
  const size = setting.scale.label;
  if (second === undefined) return line(setting, first, size, width, { ...look, align: 'centre' });
  const half = width / 2 - AROUND_GAP;
  const left = line(setting, first, size, half, { ...look, align: 'right' });
  const right = line(setting, second, size, half, { ...look, align: 'left' });
  const height = Math.max(left.height, right.height);
  return laid(width, height, [
    { block: left, left: 0, top: (height - left.height) / 2 },
    {
      block: ground(0.5, height * 0.6, setting.palette.mid),
      left: width / 2 - 0.25,
      top: height * 0.2,
    },
    { block: right, left: width / 2 + AROUND_GAP, top: (height - right.height) / 2 },
  ]);
}

/** What one language says and does not: side by side in a wide column, else under each other. */
function statementRows(
  setting: Setting,
  wording: CertificateTexts['first'],
  width: number,
  wide: boolean,
): readonly Block[] {
  if (!wide) {
    const [says = [], not = []] = statementParts(setting, wording, width);
    return [...says, white(3, width), ...not];
  }
  const gap = 14;
  const one = (width - gap) / 2;
  const parts = statementParts(setting, wording, one);
  return [0, 1].map((row) => {
    // A label and its text are read before the next label, which stands beside it.
    const blocks = parts.map((part, index) => readLater(part[row] ?? white(0), index / 10));
    return laid(
      width,
      Math.max(...blocks.map(({ height }) => height)),
      blocks.map((block, index) => ({ block, left: index * (one + gap), top: 0 })),
    );
  });
}

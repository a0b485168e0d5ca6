import type { CertificateTexts } from '../certificate-texts.ts';
import { type Block, beside, laid, picture, stacked } from './block.ts';
import { checkColumn } from './check.ts';
import type { Composition } from './composition.ts';
import { type Extent, headingBlock, logoBlock, recognisedBlock } from './head.ts';
import { ruled } from './ruled.ts';
import { WIDE_SCALE } from './scale.ts';
import type { Setting } from './setting.ts';
import { signatoriesInHalves } from './signatories.ts';
import { achievementRows, factRows, statementParts } from './wording-rows.ts';

const RAIL_WIDTH = 178;
const RAIL_GAP = 38;
const LOGO_BOX = { width: 130, height: 46 };
const LOGO_GAP = 18;
const COLUMN_GAP = 18;
const ROW_GAP = 9;

/** One language on a page that lies: the texts at its beginning, the emblem over the code at its end. */
export const RAIL: Composition = {
  scale: WIDE_SCALE,
  compose: (setting, texts, { width, height }, logo) => {
    const main = width - RAIL_WIDTH - RAIL_GAP;
    const { first } = texts;
    const { mid } = setting.palette;
    const check = checkColumn(setting, texts, RAIL_WIDTH);
    const side = Math.min(RAIL_WIDTH, Math.max(60, height - check.height - 16));
    const emblem = picture('emblem', side, side);
    const end = width - RAIL_WIDTH;
    return {
      groups: [
        topBlock(setting, texts, main, logo),
        recognisedBlock(setting, texts, main),
        stacked(achievementRows(setting, first, main)),
        ruled(stacked(factRows(setting, first, main, 3), ROW_GAP), mid),
        ruled(statementsBlock(setting, texts, main), mid),
        signatoriesInHalves(setting, texts.signatories, { width: main, gap: COLUMN_GAP }),
      ],
      fixed: [
        { block: emblem, left: end + (RAIL_WIDTH - side) / 2, top: 0 },
        { block: check, left: end, top: height - check.height },
      ],
    };
  },
};

function topBlock(
  setting: Setting,
  { first }: CertificateTexts,
  width: number,
  logo: Extent | null,
): Block {
  if (logo === null) return headingBlock(setting, first, width);
  const own = logoBlock(logo, LOGO_BOX);
  const heading = headingBlock(setting, first, width - own.width - LOGO_GAP);
  return beside(
    [
      { block: heading, left: 0 },
      { block: own, left: width - own.width },
    ],
    width,
  );
}

/** What is said beside what is not. */
export function statementsBlock(
  setting: Setting,
  { first }: CertificateTexts,
  width: number,
): Block {
  const count = first.statements.filter((one) => one !== null).length;
  if (count === 0) return stacked([]);
  const one = (width - COLUMN_GAP * (count - 1)) / count;
  const blocks = statementParts(setting, first, one)
    .map((parts) => stacked(parts))
    .filter((block) => block.height > 0);
  return laid(
    width,
    Math.max(...blocks.map((block) => block.height)),
    blocks.map((block, index) => ({ block, left: index * (one + COLUMN_GAP), top: 0 })),
  );
}

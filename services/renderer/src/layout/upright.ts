import { centred, stacked } from './block.ts';
import { checkStrip, QR_SIDE, quietZone } from './check.ts';
import type { Composition } from './composition.ts';
import { crest, headingBlock, recognisedBlock } from './head.ts';
import { statementsBlock } from './rail.ts';
import { ruled } from './ruled.ts';
import { WIDE_SCALE } from './scale.ts';
import { signatoriesInHalves } from './signatories.ts';
import { achievementRows, factRows } from './wording-rows.ts';

const EMBLEM_SIDE = 132;
const READING_WIDTH = 400;
const COLUMN_GAP = 18;
const ROW_GAP = 9;

/** One language on a page that stands: names in the middle under the emblem, how to check in a strip at the foot. */
export const UPRIGHT: Composition = {
  scale: WIDE_SCALE,
  compose: (setting, texts, { width }, logo) => {
    const { mid } = setting.palette;
    const { first, signatories } = texts;
    const emblem = signatories.length === 0 ? EMBLEM_SIDE : EMBLEM_SIDE * 0.82;
    return {
      groups: [
        stacked(
          [
            crest(setting, logo, emblem * setting.large, width),
            headingBlock(setting, first, width, 'centre'),
          ],
          14,
        ),
        recognisedBlock(setting, texts, width, 'centre'),
        centred(
          stacked(achievementRows(setting, first, Math.min(width, READING_WIDTH), 'centre')),
          width,
        ),
        ruled(stacked(factRows(setting, first, width, 3), ROW_GAP), mid),
        ruled(statementsBlock(setting, texts, width), mid),
        signatoriesInHalves(setting, signatories, { width, gap: COLUMN_GAP }),
        ruled(checkStrip(setting, texts, width, QR_SIDE, false), mid, quietZone(setting, QR_SIDE)),
      ],
      fixed: [],
    };
  },
};

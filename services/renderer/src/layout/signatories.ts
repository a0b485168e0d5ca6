import { INK, QUIET_INK } from '@laurel/art/palette';
import type { SignatoryTexts } from '../certificate-texts.ts';
import { type Block, ground, laid, stacked, white } from './block.ts';
import { line, type Setting } from './setting.ts';
import { type Halves, halfOf } from './two-columns.ts';

const WIDTH = 190;
/** Of those that stand beside other things. */
const NARROW_WIDTH = 132;
const NARROW_GAP = 18;
/** Room for a pen over the line. */
const OVER_LINE = 24;

/** A line for each signatory with name and office under it, at the beginning of its own half of a width. */
export function signatoriesInHalves(
  setting: Setting,
  signatories: readonly SignatoryTexts[],
  halves: Halves,
): Block {
  const half = halfOf(halves);
  const one = Math.min(WIDTH, half);
  const blocks = signatories.map((signatory) => signatoryBlock(setting, signatory, one));
  const parts = blocks.map((block, index) => {
    return { block, left: index * (half + halves.gap), top: 0 };
  });
  return laid(halves.width, Math.max(0, ...blocks.map(({ height }) => height)), parts);
}

/** The same as narrow as they may be, side by side. */
export function narrowSignatories(setting: Setting, signatories: readonly SignatoryTexts[]): Block {
  const blocks = signatories.map((one) => signatoryBlock(setting, one, NARROW_WIDTH));
  const parts = blocks.map((block, index) => {
    return { block, left: index * (NARROW_WIDTH + NARROW_GAP), top: 0 };
  });
  const width = Math.max(0, blocks.length * (NARROW_WIDTH + NARROW_GAP) - NARROW_GAP);
  return laid(width, Math.max(0, ...blocks.map(({ height }) => height)), parts);
}

function signatoryBlock(setting: Setting, { name, office }: SignatoryTexts, width: number): Block {
  const { scale } = setting;
  return stacked([
    white(OVER_LINE, width),
    ground(width, 0.6, QUIET_INK),
    white(3, width),
    line(setting, name, scale.value - 1, width, { colour: INK, weight: 'bold' }),
    line(setting, office, scale.label - 1, width, { colour: QUIET_INK }),
  ]);
}

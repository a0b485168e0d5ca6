import { type Block, ground, laid } from './block.ts';

const THICKNESS = 0.5;
const BELOW = 9;

/** A block under a line over its whole width, with so much white between them. */
export function ruled(block: Block, colour: string, below = BELOW): Block {
  if (block.height === 0) return block;
  const { width } = block;
  return laid(width, block.height + THICKNESS + below, [
    { block: ground(width, THICKNESS, colour), left: 0, top: 0 },
    { block, left: 0, top: THICKNESS + below },
  ]);
}

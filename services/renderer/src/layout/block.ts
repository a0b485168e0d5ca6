import type { QrCode } from '../qr.ts';
import type { FittedText } from '../text/fit-said.ts';

/** A rectangle: points from the upper left corner of what it is part of, y downwards. */
export type Place = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export type Align = 'left' | 'centre' | 'right';

export type PlacedText = Place & {
  readonly text: FittedText;
  readonly colour: string;
  readonly align: Align;
  readonly role: TextRole;
  readonly spoken: string | null;
  /** Texts are read in the order of these numbers, and of equal ones as they stand in the block. */
  readonly turn: number;
  /** True for what leads to an address when it is pressed. */
  readonly leads: boolean;
  /** That address, where it is not the one of the whole document. */
  readonly address?: string;
};

/** What a text is to whoever has it read out (PDF 2.0, 14.8.4). */
export type TextRole = 'H1' | 'H2' | 'P';

export type Ground = Place & { readonly colour: string };
export type Picture = Place & {
  readonly shows: 'emblem' | 'logo' | 'qr';
  /** The QR code, where it is not the one of the whole document. */
  readonly code?: QrCode;
};

/** A part of a page. Places are points from its upper left corner, as on a page that begins at the left. */
export type Block = {
  readonly width: number;
  readonly height: number;
  readonly grounds: readonly Ground[];
  readonly texts: readonly PlacedText[];
  readonly pictures: readonly Picture[];
};

/** Nothing, so high and so wide. */
export function white(height: number, width = 0): Block {
  return { width, height, grounds: [], texts: [], pictures: [] };
}

/** A plain area of a colour. */
export function ground(width: number, height: number, colour: string): Block {
  return { ...white(height, width), grounds: [{ left: 0, top: 0, width, height, colour }] };
}

/** A picture in an area of its own. */
export function picture(shows: Picture['shows'], width: number, height: number): Block {
  return { ...white(height, width), pictures: [{ left: 0, top: 0, width, height, shows }] };
}

export type At = { readonly block: Block; readonly left: number; readonly top: number };

/** Blocks laid where they are told, in an area of this size. */
export function laid(width: number, height: number, parts: readonly At[]): Block {
  const moved = <Placed extends Place>(choose: (block: Block) => readonly Placed[]) =>
    parts.flatMap(({ block, left, top }) =>
      choose(block).map((one) => ({ ...one, left: one.left + left, top: one.top + top })),
    );
  return {
    width,
    height,
    grounds: moved(({ grounds }) => grounds),
    texts: moved(({ texts }) => texts),
    pictures: moved(({ pictures }) => pictures),
  };
}

/** Blocks under each other, from the left edge, with the same white between any two that hold anything. */
export function stacked(blocks: readonly Block[], gap = 0): Block {
  const shown = blocks.filter(({ height }) => height > 0);
  let height = 0;
  const parts = shown.map((block, index): At => {
    const top = height + (index === 0 ? 0 : gap);
    height = top + block.height;
    return { block, left: 0, top };
  });
  return laid(Math.max(0, ...blocks.map(({ width }) => width)), height, parts);
}

/** Blocks from the top to the foot of an area, with the same white between any two. */
export function spread(blocks: readonly Block[], height: number): Block {
  const shown = blocks.filter((block) => block.height > 0);
  const used = shown.reduce((sum, block) => sum + block.height, 0);
  return stacked(shown, shown.length < 2 ? 0 : (height - used) / (shown.length - 1));
}

/** A block in the middle of a wider area. */
export function centred(block: Block, width: number): Block {
  return laid(width, block.height, [{ block, left: (width - block.width) / 2, top: 0 }]);
}

/** Blocks side by side, each beginning where it is told, their middles on one line. */
export function beside(
  parts: readonly { readonly block: Block; readonly left: number }[],
  width: number,
): Block {
  const height = Math.max(0, ...parts.map(({ block }) => block.height));
  return laid(
    width,
    height,
    parts.map(({ block, left }) => ({ block, left, top: (height - block.height) / 2 })),
  );
}

const OTHER_SIDE = { left: 'right', right: 'left', centre: 'centre' } as const;

/** A block as it is where the other side is the beginning. */
export function turned({ width, height, grounds, texts, pictures }: Block): Block {
  const flipped = <Placed extends Place>(place: Placed): Placed => ({
    ...place,
    left: width - place.left - place.width,
  });
  return {
    width,
    height,
    grounds: grounds.map(flipped),
    texts: texts.map((text) => ({ ...flipped(text), align: OTHER_SIDE[text.align] })),
    pictures: pictures.map(flipped),
  };
}

/** A block whose texts are read so many turns later than they were. */
export function readLater(block: Block, turns: number): Block {
  return { ...block, texts: block.texts.map((text) => ({ ...text, turn: text.turn + turns })) };
}

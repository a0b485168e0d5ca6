import type { Palette } from '@laurel/art/palette';
import type { Weight } from '../fonts/weight.ts';
import type { QrCode } from '../qr.ts';
import { heightOf, type Room } from '../text/fit.ts';
import type { FitSaid } from '../text/fit-said.ts';
import type { Said } from '../texts/said.ts';
import { type Align, type Block, type TextRole, white } from './block.ts';
import type { Scale } from './scale.ts';

/** What may stand on a further page: the longest texts, each as a whole. */
export type Movable = 'statements' | 'description' | 'evidence';

/** How much the texts of a page give way to each other. */
export type Tightness = {
  /** Of the sizes that names are meant to have. */
  readonly large: number;
  /** Of the sizes that all other texts are meant to have. */
  readonly small: number;
  readonly away: ReadonlySet<Movable>;
};

/** With what a page is set. */
export type Setting = Tightness & {
  readonly fit: FitSaid;
  readonly palette: Palette;
  readonly scale: Scale;
  readonly code: QrCode;
};

export type Look = {
  readonly colour: string;
  readonly weight?: Weight;
  readonly align?: Align;
  readonly role?: TextRole;
  readonly leads?: boolean;
  readonly address?: string;
};

const LEADING = 1.35;

/** A text in a room. */
export function textBlock(
  { fit }: Setting,
  said: Said | null,
  room: Room,
  { colour, weight = 'regular', align = 'left', role = 'P', leads = false, address }: Look,
): Block {
  if (said === null || said.text === '') return white(0, room.width);
  const text = fit(said, weight, room);
  const [width, height] = [room.width, heightOf(text)];
  const place = { left: 0, top: 0, width, height };
  const placed = {
    ...place,
    text,
    colour,
    align,
    role,
    spoken: said.spoken ?? null,
    turn: 0,
    leads,
    ...(address === undefined ? {} : { address }),
  };
  return { ...white(height, width), texts: [placed] };
}

/** A text that is meant to take one line, at a size that gives way a little before it takes more. */
export function line(
  setting: Setting,
  said: Said | null,
  size: number,
  width: number,
  look: Look,
): Block {
  const largest = size * setting.small;
  const room = { width, height: largest * LEADING, largest, smallest: largest * 0.85 };
  return textBlock(setting, said, { ...room, leading: LEADING }, look);
}

/** A text that takes as many lines of one size as it needs. */
export function prose(
  setting: Setting,
  said: Said | null,
  size: number,
  width: number,
  look: Look,
): Block {
  const fixed = size * setting.small;
  const room = { width, height: Number.POSITIVE_INFINITY, largest: fixed, smallest: fixed };
  return textBlock(setting, said, { ...room, leading: 1.4 }, look);
}

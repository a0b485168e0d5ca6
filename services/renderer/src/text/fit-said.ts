import type { Direction } from '@laurel/core/language';
import type { Weight } from '../fonts/weight.ts';
import type { Said } from '../texts/said.ts';
import { type Fitted, fitText, type Room } from './fit.ts';
import type { TextToSet } from './itemise.ts';
import type { Paragraph } from './paragraph.ts';
import type { Typesetter } from './typesetter.ts';

export type FittedText = Fitted<Paragraph>;

/** Fits a text of the certificate into a room. */
export type FitSaid = (said: Said, weight: Weight, room: Room) => FittedText;

/** Fits texts with the fonts of a typesetter, on a page that begins at the side of `page`. */
export function fittingWith({ set }: Typesetter, page: Direction): FitSaid {
  return (said, weight, room) => fitText(set(toSet(said, weight, page)), room);
}

/** A text of the certificate as the typesetter takes it. */
export function toSet(said: Said, weight: Weight, page: Direction): TextToSet {
  return { ...said, weight, page };
}

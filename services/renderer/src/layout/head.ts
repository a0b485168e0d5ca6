import { INK, QUIET_INK } from '@laurel/art/palette';
import type { CertificateTexts } from '../certificate-texts.ts';
import type { Said } from '../texts/said.ts';
import type { Wording } from '../texts/wording.ts';
import {
  type Align,
  type Block,
  beside,
  centred,
  ground,
  laid,
  picture,
  stacked,
} from './block.ts';
import { line, prose, type Setting, textBlock } from './setting.ts';

const LINE_GAP = 2.5;
const NOTE = { vertical: 4, horizontal: 10 } as const;

/** Width and height of a picture, of any unit. */
export type Extent = { readonly width: number; readonly height: number };

/** What a certificate is, with the notes that it is no real one. */
export function headingBlock(
  setting: Setting,
  { labels }: Wording,
  width: number,
  align: Align = 'left',
): Block {
  const { scale, palette } = setting;
  const look = { colour: palette.dark, weight: 'bold', align } as const;
  const heading = labels?.heading ?? null;
  return stacked(
    [
      line(setting, heading, scale.heading, width, { ...look, role: 'H1' }),
      ...(labels?.notes ?? []).map((note) => noteBlock(setting, note, width, align)),
    ],
    5,
  );
}

function noteBlock(setting: Setting, note: Said, width: number, align: Align): Block {
  const { dark, pale } = setting.palette;
  const { vertical, horizontal } = NOTE;
  const look = { colour: dark, weight: 'bold', align } as const;
  const text = prose(setting, note, setting.scale.note, width - 2 * horizontal, look);
  const height = text.height + 2 * vertical;
  return laid(width, height, [
    { block: ground(width, height, pale), left: 0, top: 0 },
    { block: text, left: horizontal, top: vertical },
  ]);
}

/** Who is recognised: a name, as large as it fits, or a sentence that must not look like one. */
export function holderBlock(
  setting: Setting,
  { holder, holderIsNamed }: CertificateTexts,
  width: number,
  align: Align = 'left',
): Block {
  const { scale, large } = setting;
  const { height, largest } = holderIsNamed ? scale.holder : scale.nobody;
  const room = { width, height: height * large, largest: largest * large, smallest: 10 };
  const weight = holderIsNamed ? 'bold' : 'regular';
  const look = { colour: INK, weight, align, role: holderIsNamed ? 'H2' : 'P' } as const;
  return stacked(
    holder.map((said) => textBlock(setting, said, { ...room, leading: 1.22 }, look)),
    2,
  );
}

/** The holder with what stands over and under a name, in one language. */
export function recognisedBlock(
  setting: Setting,
  texts: CertificateTexts,
  width: number,
  align: Align = 'left',
): Block {
  const { labels } = texts.first;
  const small = (said: Said | null) =>
    line(setting, said, setting.scale.label, width, { colour: QUIET_INK, align });
  return stacked(
    [
      small(labels?.holderLabel ?? null),
      holderBlock(setting, texts, width, align),
      small(labels?.holderNote ?? null),
    ],
    LINE_GAP,
  );
}

/** A logo as large as it fits into a box. */
export function logoBlock(logo: Extent, box: Extent): Block {
  const scale = Math.min(box.width / logo.width, box.height / logo.height);
  return picture('logo', logo.width * scale, logo.height * scale);
}

const LOCK_UP_GAP = 16;

/** The emblem, and beside it the issuer's logo where there is one, in the middle of a width. */
export function crest(
  { palette }: Setting,
  logo: Extent | null,
  side: number,
  width: number,
): Block {
  const emblem = picture('emblem', side, side);
  if (logo === null) return centred(emblem, width);
  const own = logoBlock(logo, { width: side * 1.5, height: side * 0.62 });
  const hairline = ground(0.5, side * 0.6, palette.mid);
  const edge = own.width + LOCK_UP_GAP;
  const both = beside(
    [
      { block: own, left: 0 },
      { block: hairline, left: edge },
      { block: emblem, left: edge + LOCK_UP_GAP },
    ],
    edge + LOCK_UP_GAP + side,
  );
  return centred(both, width);
}

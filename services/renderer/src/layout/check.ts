import { INK, QUIET_INK } from '@laurel/art/palette';
import { type CertificateTexts, wordingsOf } from '../certificate-texts.ts';
import { printedSide } from '../qr.ts';
import type { Wording } from '../texts/wording.ts';
import {
  type Align,
  type Block,
  beside,
  centred,
  laid,
  picture,
  readLater,
  stacked,
  turned,
} from './block.ts';
import { line, prose, type Setting, textBlock } from './setting.ts';
import { narrowSignatories } from './signatories.ts';

/** About the side of the code, in points. */
export const QR_SIDE = 108;
/** The white around a code that its readers need: modules (ISO/IEC 18004, 9.1). */
const QUIET_MODULES = 4;
const GAP = 14;
const READ_LAST = 3;

/** The white around the code of about that side, in points. */
export function quietZone({ code }: Setting, wanted: number): number {
  return (QUIET_MODULES * printedSide(code, wanted)) / code.side;
}

/** The address in print, in the same words for everybody. */
function addressBlock(
  setting: Setting,
  { url }: CertificateTexts,
  width: number,
  align: Align,
): Block {
  const largest = 8 * setting.small;
  const room = { width, height: 3 * largest * 1.35, largest, smallest: 5, leading: 1.35 };
  const look = { colour: INK, weight: 'bold', align, leads: true } as const;
  return textBlock(setting, url, room, look);
}

function howBlock(setting: Setting, { labels }: Wording, width: number, align: Align): Block {
  const { scale } = setting;
  return stacked(
    [
      line(setting, labels?.checkLabel ?? null, scale.check + 2, width, {
        colour: INK,
        weight: 'bold',
        align,
        role: 'H2',
      }),
      prose(setting, labels?.check ?? null, scale.check, width, { colour: QUIET_INK, align }),
    ],
    3,
  );
}

/** The code over how to check: a column of its own. */
export function checkColumn(setting: Setting, texts: CertificateTexts, width: number): Block {
  const side = printedSide(setting.code, QR_SIDE);
  const words = stacked(
    [
      howBlock(setting, texts.first, width, 'centre'),
      addressBlock(setting, texts, width, 'centre'),
    ],
    7,
  );
  const block = stacked(
    [centred(picture('qr', side, side), width), words],
    quietZone(setting, QR_SIDE) - 2,
  );
  return readLater(block, READ_LAST);
}

/**
 * The code at the beginning of a strip, how to check beside it in each language that says so, and the
 * signatories at its end where they have no row of their own.
 */
export function checkStrip(
  setting: Setting,
  texts: CertificateTexts,
  width: number,
  wanted: number,
  signed: boolean,
): Block {
  const side = printedSide(setting.code, wanted);
  const signatures = narrowSignatories(setting, signed ? texts.signatories : []);
  const left = side + quietZone(setting, wanted);
  const room = width - left - (signatures.width === 0 ? 0 : signatures.width + 2 * GAP);
  const labelled = wordingsOf(texts).filter(({ labels }) => labels !== null);
  const one = (room - GAP * (labelled.length - 1)) / labelled.length;
  const hows = labelled.map((wording) => {
    const how = { ...howBlock(setting, wording, one, 'left'), width: one };
    return wording.direction === texts.first.direction ? how : turned(how);
  });
  const sides = laid(
    room,
    Math.max(...hows.map(({ height }) => height)),
    hows.map((block, index) => ({ block, left: index * (one + GAP), top: 0 })),
  );
  const words = stacked([sides, addressBlock(setting, texts, room, 'left')], 5);
  const strip = beside(
    [
      { block: picture('qr', side, side), left: 0 },
      { block: words, left },
      { block: signatures, left: width - signatures.width },
    ],
    width,
  );
  return readLater(strip, READ_LAST);
}

import { QUIET_INK } from '@laurel/art/palette';
import { type CertificateTexts, wordingsOf } from '../certificate-texts.ts';
import { followedBy } from '../texts/said.ts';
import { type Block, laid, readLater, turned } from './block.ts';
import { prose, type Setting } from './setting.ts';

const GAP = 20;
const READ_LAST = 4;

/** Who issued it and who did not, in each language that has it, and which page this is where there are several. */
export function footBlock(
  setting: Setting,
  texts: CertificateTexts,
  width: number,
  hasBoxes: boolean,
  page: { readonly number: number; readonly of: number } | null,
): Block {
  const labelled = wordingsOf(texts).flatMap(({ labels, direction }) =>
    labels === null ? [] : [{ labels, direction }],
  );
  const one = (width - GAP * (labelled.length - 1)) / labelled.length;
  // What neither of two languages has is said in English, and once.
  const already = new Set<string>();
  const feet = labelled.map(({ labels, direction }) => {
    const { footer, signedIn, boxed, page: pageIn } = labels;
    const said = [
      signedIn,
      hasBoxes ? boxed : null,
      page === null ? null : pageIn(page.number, page.of),
    ]
      .filter((sentence) => sentence !== null)
      .filter(({ text }) => !already.has(text));
    for (const { text } of said) already.add(text);
    const look = { colour: QUIET_INK };
    const block = prose(setting, said.reduce(followedBy, footer), setting.scale.foot, one, look);
    return direction === texts.first.direction ? block : turned(block);
  });
  const height = Math.max(...feet.map((foot) => foot.height));
  const parts = feet.map((block, index) => ({
    block,
    left: index * (one + GAP),
    top: height - block.height,
  }));
  return readLater(laid(width, height, parts), READ_LAST);
}

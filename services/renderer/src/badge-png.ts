import { bakePng } from '@laurel/baking/png';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { BadgeSize } from '@laurel/core/badge-size';
import { badgePicture } from './badge.ts';
import type { OutlinedLine } from './draw/outlined-line.ts';
import { rasterised } from './raster.ts';

/** The badge so many pixels square, with the credential inside (Open Badges 3.0, Section 5.3.2.1); a preview has none. */
export async function badgePng(
  facts: CertificateFacts,
  word: OutlinedLine | null,
  pixels: BadgeSize,
): Promise<Uint8Array> {
  const picture = await rasterised(badgePicture(facts, word, pixels), pixels);
  return facts.credential === null ? picture : bakePng(picture, facts.credential);
}

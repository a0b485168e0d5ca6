import { badgeLayers, smallBadgeLayers } from '@laurel/art/badge-art';
import { paletteOf } from '@laurel/art/palette';
import { bakeSvg } from '@laurel/baking/svg';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { type BadgeSize, USUAL_BADGE_SIZE } from '@laurel/core/badge-size';
import { certificateMessagesFor } from '@laurel/i18n/certificate-messages';
import type { OutlinedLine } from './draw/outlined-line.ts';
import { escaped } from './svg/escaped.ts';
import { layersMarkup } from './svg/layers.ts';

/** Up to here leaves and fine lines would run together: the symbol is drawn alone. */
const SMALL_PIXELS = 64;

/** The badge with the credential inside (Open Badges 3.0, Section 5.3.2.2); a preview has none. */
export function badgeSvg(facts: CertificateFacts, word: OutlinedLine | null): string {
  const picture = badgePicture(facts, word);
  return facts.credential === null ? picture : bakeSvg(picture, facts.credential);
}

/**
 * The badge as a picture alone, without the credential: paths only, nothing that is fetched or run. That of
 * a preview has a word across it.
 */
export function badgePicture(
  facts: CertificateFacts,
  word: OutlinedLine | null,
  pixels: BadgeSize = USUAL_BADGE_SIZE,
): string {
  const { message, language } = certificateMessagesFor(facts.language);
  const named = message('certificate-badge-title', facts.achievementName, facts.issuerName);
  const preview = facts.credential === null;
  const title = preview ? message('certificate-preview-heading', named) : named;
  const description = preview
    ? message('certificate-preview')
    : message('certificate-badge-description', facts.url);
  const layers = pixels <= SMALL_PIXELS ? smallBadgeLayers(facts) : badgeLayers(facts);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512"`,
    ` role="img" aria-labelledby="title description" xml:lang="${escaped(language)}">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    layersMarkup(layers, paletteOf(facts.theme)),
    ...(word === null ? [] : [band(word)]),
    '</svg>',
  ].join('');
}

/** Across the badge, so that no cut-out of a preview passes for the badge itself. */
function band({ path, width }: OutlinedLine): string {
  const scale = Math.min(64 / 1000, 440 / width);
  const left = 256 - (width * scale) / 2;
  return [
    '<g transform="rotate(-20 256 256)"><path fill="#fff" d="M0 206H512V306H0Z"/>',
    `<path fill="#8c1d18" transform="translate(${left.toFixed(2)} 278) scale(${scale.toFixed(4)})" d="${path}"/></g>`,
  ].join('');
}

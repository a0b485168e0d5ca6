import { artOf } from '@laurel/art/art';
import { PAPER } from '@laurel/art/palette';
import { CENTRE, circle, type Shape } from '@laurel/art/shape';
import { bakeSvg } from '@laurel/baking/svg';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { certificateMessagesFor } from '@laurel/i18n/certificate-messages';
import type { OutlinedWord } from './preview-word.ts';

/**
 * The badge as a picture alone, without the credential: paths only, nothing that is fetched or run. That of
 * a preview has a word across it.
 */
export function badgePicture(facts: CertificateFacts, word: OutlinedWord | null): string {
  const { message, language } = certificateMessagesFor(facts.language);
  const { palette, emblem } = artOf(facts);
  const colours = { ...palette, paper: PAPER };
  const shapes: readonly Shape[] = [
    { path: circle(CENTRE, 252), tone: 'dark' },
    { path: circle(CENTRE, 243), tone: 'paper' },
    { path: circle(CENTRE, 237), tone: 'pale' },
    ...emblem,
  ];
  const named = message('certificate-badge-title', facts.achievementName, facts.issuerName);
  const preview = facts.credential === null;
  const title = preview ? message('certificate-preview-heading', named) : named;
  const description = preview
    ? message('certificate-preview')
    : message('certificate-badge-description', facts.url);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512"`,
    ` role="img" aria-labelledby="title description" xml:lang="${escaped(language)}">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    ...shapes.map(({ path, tone }) => `<path fill="${colours[tone]}" d="${path}"/>`),
    ...(word === null ? [] : [band(word)]),
    '</svg>',
  ].join('');
}

/** Across the badge, so that no cut-out of a preview passes for the badge itself. */
function band({ path, width }: OutlinedWord): string {
  const scale = Math.min(64 / 1000, 440 / width).toFixed(4);
  return [
    '<g transform="rotate(-20 256 256)"><path fill="#fff" d="M0 206H512V306H0Z"/>',
    `<path fill="#8c1d18" transform="translate(256 278) scale(${scale})" d="${path}"/></g>`,
  ].join('');
}

/** The badge with the credential inside (Open Badges 3.0, Section 5.3.2.2); a preview has none. */
export function badgeSvg(facts: CertificateFacts, word: OutlinedWord | null): string {
  const picture = badgePicture(facts, word);
  return facts.credential === null ? picture : bakeSvg(picture, facts.credential);
}

/** Character data and attribute values (XML 1.0, Section 2.4), without what XML cannot hold (2.2). */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

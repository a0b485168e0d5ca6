import { paletteOf } from '@laurel/art/palette';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { ACHIEVEMENT_THEMES } from '@laurel/core/achievement-theme';
import { SOCIAL_PICTURE } from '@laurel/core/social-picture';
import { loadCertificateMessages } from '@laurel/i18n/certificate-messages';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../../development/build.ts';
import { certificateWords } from '../../../scripts/certificate-words.ts';
import { BAND } from '../src/social/layout.ts';
import { socialTexts } from '../src/social/texts.ts';
import { BAD_TEXTS } from './bad-texts.ts';
import { CROWDED, facts } from './facts.ts';
import { type Pixels, pixelsOf } from './rastered.ts';
import { SCRIPTS } from './scripts.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

let running: RunningRenderer;

beforeAll(async () => {
  await loadCertificateMessages(['en', 'fr'], async (tag) => certificateWords(tag));
  running = await startRenderer(`${await build()}/laurel-renderer`);
});
afterAll(() => running?.stop());

/** Every text of the picture, in its order. */
function said(of: CertificateFacts): readonly string[] {
  const { heading, achievement, holder, issuer, notes, check } = socialTexts(of);
  const named = holder === null ? [] : [holder.name, holder.note];
  const others = [issuer.label, issuer.name, ...notes, check.label, check.address];
  return [heading, achievement, ...named, ...others].map(({ text }) => text);
}

test('a holder who is not named is not on it, and nothing stands in their place', () => {
  const nameless = said(facts({ holder: { mode: 'none' } }));
  expect(nameless).toHaveLength(6);
  expect(nameless.join()).not.toMatch(/volunteer|user name|Amina/);
});

test('a name is on it as it was signed, and one that the holder gave is marked as such', () => {
  expect(said(facts())).toEqual([
    'Certificate of training',
    'Workshop Trainer',
    'Amina Sowah',
    'Wikimedia user name',
    'Recognised by',
    'Wikimedians of Tamale',
    'Check this certificate',
    'laurel.example/c/q3Vn0bXk5Yt2cW8aD',
  ]);
  const given = said(facts({ holder: { mode: 'name', name: 'Ọláolú Wahab' } }));
  expect(given).toContain('Name given by the holder, checked by nobody');
});

test('its labels are in the credential’s language, and say so where nobody has reviewed them', () => {
  const french = said(facts({ language: 'fr' }));
  expect(french).toContain('Vérifier ce certificat');
  expect(french.filter((text) => text.includes('traduction provisoire'))).toHaveLength(1);
  expect(said(facts()).join()).not.toContain('draft');
});

test('nothing else of what is known about the person is on it: no period, no hours, no evidence, no role', () => {
  const other = facts({
    period: null,
    hours: null,
    role: 'Trainer',
    evidenceClasses: [],
    validUntil: null,
  });
  expect(said(other)).toEqual(said(facts()));
});

test('it is 1200 by 630 pixels, opaque, the same for the same facts, and of another colour for each theme', async () => {
  const grounds = new Set<string>();
  for (const theme of [null, ...ACHIEVEMENT_THEMES]) {
    const png = await running.renderer.renderSocial(facts({ theme }));
    expect(Buffer.compare(png, await running.renderer.renderSocial(facts({ theme })))).toBe(0);
    const picture = await pixelsOf(png);
    expect([picture.width, picture.height]).toEqual([1200, 630]);
    expect(picture.data.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
    grounds.add(colourAt(picture, 2, 2));
    expect(colourAt(picture, 2, 2)).toBe(paletteOf(theme).pale);
    expect(colourAt(picture, 2, 628)).toBe(paletteOf(theme).dark);
  }
  expect(grounds.size).toBe(4);
});

test('it begins at the side of its language', async () => {
  const emblemSide = async (language: string) => {
    const picture = await pixelsOf(await running.renderer.renderSocial(facts({ language })));
    const { dark } = paletteOf(facts().theme);
    const inBand = (x: number) => colourAt(picture, x, 273) === dark;
    return [60, 61, 62, 63, 64, 65, 66, 67, 68, 69].filter((x) => inBand(x)).length > 5
      ? 'left'
      : 'right';
  };
  expect(await emblemSide('en')).toBe('left');
  expect(await emblemSide('ur')).toBe('right');
});

test.each(SCRIPTS)(
  '$title: a name and a title stand within their margins, in fewer than 75,000 bytes',
  async (sample) => {
    const { language, name, achievement } = sample;
    const png = await running.renderer.renderSocial(
      facts({
        language,
        achievementName: achievement,
        holder: { mode: 'account', username: name },
      }),
    );
    expect(png.length).toBeLessThan(75_000);
    expectClearMargins(await pixelsOf(png));
  },
);

test('a Latin one takes fewer than 60,000 bytes', async () => {
  const png = await running.renderer.renderSocial(facts());
  expect(png.length).toBeLessThan(60_000);
});

test('the most that can stand on it does, within its margins', async () => {
  expectClearMargins(await pixelsOf(await running.renderer.renderSocial(CROWDED)));
});

test.each(BAD_TEXTS)(
  'a title, a name and an issuer of $what are drawn within the margins',
  async ({ text }) => {
    for (const language of ['en', 'ar', 'ur']) {
      const bad = facts({
        language,
        achievementName: text,
        issuerName: text,
        holder: { mode: 'name', name: text },
      });
      expectClearMargins(await pixelsOf(await running.renderer.renderSocial(bad)));
    }
  },
);

test('what no font draws is shown by its code point in a box, and an override is shown, not obeyed', async () => {
  const blank = await running.renderer.renderSocial(facts({ achievementName: '' }));
  for (const achievementName of ['\u{13000}', '\u202e', '\u0301', '\u2067']) {
    const drawn = await running.renderer.renderSocial(facts({ achievementName }));
    expect(Buffer.compare(drawn, blank), JSON.stringify(achievementName)).not.toBe(0);
  }
});

/** Nothing reaches into the outer 24 pixels, over the line of the band, or out of it. */
function expectClearMargins(picture: Pixels): void {
  const foot = SOCIAL_PICTURE.height - BAND.height;
  const ground = colourAt(picture, 0, 0);
  const band = colourAt(picture, 0, SOCIAL_PICTURE.height - 1);
  for (let y = 0; y < SOCIAL_PICTURE.height; y++) {
    for (let x = 0; x < SOCIAL_PICTURE.width; x++) {
      const outer = x < 24 || x >= SOCIAL_PICTURE.width - 24;
      const edge = y < 8 || (y >= foot - 6 && y < foot + 4) || y >= SOCIAL_PICTURE.height - 4;
      if (!outer && !edge) continue;
      const expected = y < foot ? ground : band;
      if (colourAt(picture, x, y) !== expected) expect([x, y, 'ink']).toEqual([x, y, 'none']);
    }
  }
}

function colourAt({ data, width }: Pixels, x: number, y: number): string {
  const at = (y * width + x) * 4;
  return `#${Buffer.from(data.slice(at, at + 3)).toString('hex')}`;
}

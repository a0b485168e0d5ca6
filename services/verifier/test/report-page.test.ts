import { expect, test } from 'vitest';
import { OUTCOMES, pageOf } from './report-pages.tsx';

/** What a page shows, without markup. */
function textOf(html: string): string {
  return html.replaceAll(/<style>.*?<\/style>/gs, '').replaceAll(/<[^>]*>/g, '\n');
}

test('A good signature of a stranger: not green, the name large and called self-declared, every field.', async () => {
  const html = await pageOf(OUTCOMES.stranger, 'en');
  const text = textOf(html);
  expect(html).toContain('class="verdict care" data-verdict="valid"');
  expect(text).toContain('Signed, and unchanged since. We do not know who signed.');
  expect(text).toMatch(/Compare with your copy.*Nomvula Dlamini\s+A name that the holder gave/s);
  for (const said of [
    'innermost',
    'جلسات',
    'ext:Policy',
    'Minutes',
    'ecdsa-rdfc-2019',
    'Refresh',
  ]) {
    expect(text).toContain(said);
  }
  expect(html).not.toMatch(
    /<img|<script|src="|href="https:\/\/sahara-learning\.example\/(?!about)/,
  );
});

test('What was not signed, or was taken back, names nobody and calls nothing signed.', async () => {
  for (const outcome of ['altered', 'revoked'] as const) {
    const text = textOf(await pageOf(OUTCOMES[outcome], 'en'));
    expect(text, outcome).not.toMatch(
      /Nomvula|innermost|Every signed field|Compare with your copy/,
    );
    expect(text, outcome).toContain('What was presented');
    expect(text, outcome).toContain('Sahara Learning Network');
  }
});

test('What was left open, and when it ended, is told in the banner.', async () => {
  const banner = async (outcome: keyof typeof OUTCOMES) =>
    textOf((await pageOf(OUTCOMES[outcome], 'en')).split('<section')[0] ?? '');
  expect(await banner('open')).toMatch(/We cannot say.*Standing: lists\.example gave no usable/s);
  expect(await banner('expired')).toMatch(/Expired.*Dates: It expired on 31 October 2026/s);
  expect(await banner('test')).toMatch(/Only a test/);
});

import { gzipSync } from 'node:zlib';
import { messagesFor } from '@laurel/i18n/messages';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCredential, revoke } from '../support/awarding.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

/** What a first round trip of a connection carries: ten segments (RFC 6928, Section 2), some of it headers. */
const MAX_PACKED_BYTES = 14_000;

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

async function html(url: string, language: string): Promise<string> {
  const headers = { accept: 'text/html', 'accept-language': language };
  return (await fetch(url, { headers })).text();
}

/** What a page says before its list of checks, in the banner. */
function bannerIn(page: string): string {
  const [, banner = ''] = /<div class="verdict .*?<\/span>(<div>.*?<\/div>)/s.exec(page) ?? [];
  return banner;
}

function checksIn(page: string): readonly string[] {
  return [...page.matchAll(/<li class="\w+" data-check="(\w+)"/g)].map(([, check = '']) => check);
}

test.each(['en', 'ar'])(
  'a credential’s page says why, and leads to what was checked, as a report on it does, in %s',
  async (language) => {
    const valid = await aCredential(laurel);
    const revoked = await aCredential(laurel);
    await laurel.runtime.tick();
    await revoke(laurel, revoked.award, { reason: 'issued_in_error' });
    for (const url of [valid.page, revoked.page]) {
      const page = await html(url, language);
      const report = await html(`${laurel.url}/verify?url=${encodeURIComponent(url)}`, language);

      expect(bannerIn(page)).toContain('<a href="#checks">');
      expect(bannerIn(page)).toBe(bannerIn(report));
      expect(page.match(/id="checks"/g)).toHaveLength(1);
      expect(checksIn(page).length).toBeGreaterThan(3);
      expect(checksIn(page)).toEqual(checksIn(report));
      expect(page).not.toContain('<script');
      expect(gzipSync(page).length).toBeLessThan(MAX_PACKED_BYTES);
    }
    const why = messagesFor(language).message('verdict-why');
    expect(bannerIn(await html(revoked.page, language))).toContain(`<strong>${why}</strong>`);
  },
);

test('where nothing was left to check, the banner says why, and leads nowhere', async () => {
  const { id, award, session } = await aHeldCredential(laurel, 'Farid of Oran');
  await session.post(`/me/credentials/${id}/link`, { link: 'on' });
  await session.post(`/me/credentials/${id}/withdraw`, { award });

  const page = await html(`${laurel.url}/c/${id}`, 'en');

  expect(bannerIn(page)).toContain('<strong>Why</strong>');
  expect(page).not.toContain('#checks');
});

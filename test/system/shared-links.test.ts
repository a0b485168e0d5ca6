import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCredential, revoke } from '../support/awarding.ts';
import { callApi } from '../support/desk-calls.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

async function pageOf(address: string, language = 'en'): Promise<string> {
  const headers = { accept: 'text/html', 'accept-language': language };
  return (await fetch(address, { headers })).text();
}

/** What a page says of itself to programs that show links, by the names of its tags. */
function tagsIn(html: string): ReadonlyMap<string, string> {
  const tags = html.matchAll(
    /<meta (?:name|property)="((?:og|twitter):[^"]+|description)" content="([^"]*)"\/>/g,
  );
  return new Map([...tags].map(([, name = '', content = '']) => [name, content]));
}

describe('a credential’s page', () => {
  test('says what is shown of it: in the credential’s language, whoever asks, with a picture', async () => {
    const { page } = await aCredential(laurel);
    const tags = tagsIn(await pageOf(page, 'ar'));
    const url = `${laurel.origin}${new URL(page).pathname}`;
    expect(Object.fromEntries(tags)).toMatchObject({
      'og:type': 'website',
      'og:site_name': expect.any(String),
      'og:url': url,
      'og:title': 'Workshop Participation',
      'og:description': expect.stringMatching(/^.+ · .+\.$/),
      'og:locale': 'en_US',
      'og:image': `${url}/social.png`,
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': expect.stringMatching(/^Workshop Participation · .+ of Ìbàdàn · .+/),
      'twitter:card': 'summary_large_image',
    });
    expect(tagsIn(await pageOf(page, 'en')).get('og:title')).toBe(tags.get('og:title'));
    const arabic = await aCredential(laurel, { language: 'ar' });
    expect(tagsIn(await pageOf(arabic.page)).get('og:locale')).toMatch(/^ar_/);
  });

  test('has a picture of few bytes that nobody keeps or finds by search', async () => {
    const { page } = await aCredential(laurel);
    const answer = await fetch(`${page}/social.png`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    expect(bytes.length).toBeLessThan(60_000);
    const { width, height } = await loadImage(bytes);
    expect([width, height]).toEqual([1200, 630]);
    expect((await fetch(`${page}/social.png`, { method: 'POST' })).status).toBe(405);
  });

  test('that names nobody has nobody’s name in its tags', async () => {
    const named = await aCredential(laurel);
    expect(tagsIn(await pageOf(named.page)).get('og:image:alt')).toContain('of Ìbàdàn');
    const nameless = await aCredential(laurel, { disclosure: 'none' });
    const tags = tagsIn(await pageOf(nameless.page));
    expect(tags.get('og:image')).toBeDefined();
    expect([...tags.values()].join()).not.toMatch(/Ìbàdàn|volunteer/);
  });
});

describe('a credential of an event with minors', () => {
  test('names nobody in its tags and its picture', async () => {
    const { page } = await aCredential(laurel, {
      mayIncludeMinors: true,
      recipients: [{ username: 'Ọmọlará of Ọ̀fà' }],
    });
    const grown = await aCredential(laurel, { recipients: [{ username: 'Ọmọlará of Ọ̀wọ̀' }] });

    const tags = tagsIn(await pageOf(page));

    expect(tags.get('og:image:alt')).toMatch(/^Workshop Participation · Demonstration/);
    expect([...tags.values()].join()).not.toContain('Ọmọlará');
    expect(await darkRows(page)).toBeLessThan(await darkRows(grown.page));
  });

  /** How many rows of pixels of the picture have letters in them, right of the emblem. */
  async function darkRows(page: string): Promise<number> {
    const image = await loadImage(
      Buffer.from(await (await fetch(`${page}/social.png`)).arrayBuffer()),
    );
    const pen = createCanvas(image.width, image.height).getContext('2d');
    pen.drawImage(image, 0, 0);
    return Array.from({ length: 540 }, (_, y) => pen.getImageData(500, y, 600, 1).data).filter(
      (row) => row.some((value, index) => index % 4 === 0 && value < 110),
    ).length;
  }
});

describe('what is not to be relied on', () => {
  /** The answer for a picture, as a browser and as a program get it, without the id that was asked for. */
  async function answersFor(id: string) {
    return Promise.all(
      ['image/png', 'text/html', 'application/json'].map(async (accept) => {
        const answer = await fetch(`${laurel.url}/c/${id}/social.png`, { headers: { accept } });
        const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'));
        return { status: answer.status, headers, body: (await answer.text()).replaceAll(id, 'ID') };
      }),
    );
  }

  const idOf = (page: string) => page.slice(page.lastIndexOf('/') + 1);

  test('has no picture, by the same answer as an id that never was, and no tags', async () => {
    const { id: hidden } = await aHeldCredential(laurel, 'Ngozi of Nsukka');
    const wrong = await aCredential(laurel);
    await revoke(laurel, wrong.award, { reason: 'issued_in_error' });
    const doubted = await aCredential(laurel);
    const suspension = { reason: 'under_review' };
    await callApi(laurel, 'POST', `/awards/${doubted.award}/suspension`, suspension);
    const taken = await aHeldCredential(laurel, 'Chidi of Aba');
    await taken.session.post(`/me/credentials/${taken.id}/link`, { link: 'on' });
    expect((await fetch(`${laurel.url}/c/${taken.id}/social.png`)).status).toBe(200);
    await taken.session.post(`/me/credentials/${taken.id}/withdraw`);

    const replaced = await aCredential(laurel);
    const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
    await store
      .prepare(
        "update credentials set state = 'superseded', state_since = '2026-11-20' where id = ?",
      )
      .bind(idOf(replaced.page))
      .run();

    const unknown = await answersFor('x'.repeat(hidden.length));
    expect(unknown.map(({ status }) => status)).toEqual([404, 404, 404]);
    for (const id of [
      hidden,
      idOf(wrong.page),
      idOf(doubted.page),
      idOf(replaced.page),
      taken.id,
    ]) {
      expect(await answersFor(id)).toEqual(unknown);
      expect([...tagsIn(await pageOf(`${laurel.url}/c/${id}`)).keys()]).toEqual([]);
    }
  });
});

test('issuers and achievements are shown with their names and without a picture', async () => {
  const issuer = tagsIn(await pageOf(`${laurel.url}/issuers/${laurel.issuer}`));
  const achievement = tagsIn(await pageOf(`${laurel.url}/achievements/workshop-trainer`));
  for (const tags of [issuer, achievement]) {
    expect(tags.get('og:title')).not.toBe('');
    expect(tags.get('og:url')).toMatch(new RegExp(`^${laurel.origin}/(issuers|achievements)/`));
    expect(tags.get('twitter:card')).toBe('summary');
    expect(tags.has('og:image')).toBe(false);
  }
});

test('programs that show links may ask for pages that were shared with them, and search engines for none', async () => {
  const robots = await (await fetch(`${laurel.url}/robots.txt`)).text();
  const [previews = '', others = ''] = robots.split('\n\n');
  for (const name of [
    'facebookexternalhit',
    'LinkedInBot',
    'Twitterbot',
    'WhatsApp',
    'TelegramBot',
  ])
    expect(previews).toContain(`User-agent: ${name}`);
  expect(previews).toMatch(/Allow: \/c\/[\s\S]*Disallow: \/$/);
  expect(others).toMatch(/^User-agent: \*\nDisallow: \/\s*$/);
});

describe('a badge', () => {
  test.each([64, 128, 256, 512, 1024])('of %i pixels is had by its address', async (size) => {
    const { page } = await aCredential(laurel);
    const answer = await fetch(`${page}.png?size=${size}`);
    const { width, height } = await loadImage(Buffer.from(await answer.arrayBuffer()));
    expect([width, height]).toEqual([size, size]);
    const html = await pageOf(page);
    if (size !== 512) expect(html).toContain(`.png?size=${size}"`);
  });

  test.each(['', '0', '63', '065', '64px', '4096', '-64', '64,128'])(
    'of a size of “%s” is refused with the sizes that there are',
    async (size) => {
      const { page } = await aCredential(laurel);
      const answer = await fetch(`${page}.png?size=${encodeURIComponent(size)}`, {
        headers: { accept: 'application/json' },
      });
      expect(answer.status).toBe(400);
      const problem = await expectProblem(answer, { reason: 'size_not_offered' });
      expect(problem).toMatchObject({ offered: [64, 128, 256, 512, 1024] });
      expect(problem.remedy).toContain('64, 128, 256, 512, 1024');
    },
  );

  test('is linked in all its sizes where its holder keeps it, once its link is on', async () => {
    const { id, award, session } = await aHeldCredential(laurel, 'Efe of Warri');
    const offPage = await (await session.get(`/me/awards/${award}`)).text();
    expect(offPage).not.toContain('?size=');
    await session.post(`/me/credentials/${id}/link`, { link: 'on' });
    const page = await (await session.get(`/me/awards/${award}`)).text();
    for (const size of [64, 128, 256, 1024]) expect(page).toContain(`/c/${id}.png?size=${size}"`);
  });
});

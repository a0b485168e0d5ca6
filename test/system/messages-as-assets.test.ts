import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../development/build.ts';
import ar from '../../i18n/ar.json' with { type: 'json' };
import en from '../../i18n/en.json' with { type: 'json' };
import type { BrowserSession } from '../support/browser-session.ts';
import { hiddenFieldsIn } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';
import { messageAsset } from '../support/shipped-messages.ts';

const TEXTS = { en, ar };
type Language = keyof typeof TEXTS;

/** A page of each Worker that anybody may open, with a message that is on no other. */
const PAGES = [
  { worker: 'desk', path: '/api/v1/reference', key: 'reference-title' },
  { worker: 'verifier', path: '/verify', key: 'verify-title' },
] as const;

function readIn(laurel: Laurel, path: string, language: string): Promise<Response> {
  const headers = { accept: 'text/html', 'accept-language': language };
  return fetch(`${laurel.url}${path}`, { headers });
}

async function expectSaid(answer: Response, language: Language, key: keyof typeof en) {
  const html = await answer.text();
  expect(answer.status, html).toBe(200);
  expect(html).toContain(`<html lang="${language}"`);
  expect(html).toContain(TEXTS[language][key]);
  expect(html).toContain(TEXTS[language]['footer-languages']);
}

describe('in isolates that have said nothing yet', () => {
  let laurel: Laurel;
  beforeAll(async () => {
    laurel = await startLaurel();
  });
  afterAll(() => laurel.stop());

  test('many readers at once each have their page, whole and in their language', async () => {
    const asked = Array.from({ length: 24 }, (_, at) =>
      PAGES.map((page) => ({
        ...page,
        language: at % 3 === 0 ? ('en' as const) : ('ar' as const),
      })),
    ).flat();

    const answers = await Promise.all(
      asked.map(({ path, language }) => readIn(laurel, path, language)),
    );

    for (const [at, answer] of answers.entries()) {
      const { language, key } = asked[at] ?? { language: 'en', key: 'verify-title' };
      await expectSaid(answer, language, key);
    }
  });

  test.each(PAGES)('a reader whom $worker has no messages for reads English', async (page) => {
    await expectSaid(await readIn(laurel, page.path, 'yo'), 'en', page.key);
  });

  test.each(
    PAGES.flatMap(({ worker }) =>
      ['', 'fonts/', 'scripts/', 'desk/', 'api/v1/'].map((folder) => ({ worker, folder })),
    ),
  )('messages of $worker are no address: /$folder…', async ({ worker, folder }) => {
    const answer = await fetch(`${laurel.url}/${folder}${messageAsset(worker, 'ar')}`, {
      headers: { accept: 'application/json' },
    });

    expect([401, 404]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('where the messages of a language cannot be read', () => {
  const folders = { desk: temporary(), verifier: temporary() };
  let laurel: Laurel;
  let organizer: BrowserSession;
  beforeAll(async () => {
    await build();
    for (const worker of ['desk', 'verifier'] as const) {
      const built = `services/${worker}/generated/assets`;
      const copied = readdirSync(built).filter((name) => /^(?:messages-en|api)/.test(name));
      for (const name of copied) copyFileSync(join(built, name), join(folders[worker], name));
    }
    const assets = { 'laurel-desk': folders.desk, 'laurel-verifier': folders.verifier };
    laurel = await startLaurel({ assets, onLog: () => undefined });
    organizer = await aMember(laurel, 'Организатор без слов', ['admin', 'awarder']);
  });
  afterAll(async () => {
    await laurel.stop();
    for (const folder of Object.values(folders)) rmSync(folder, { recursive: true });
  });

  test.each(PAGES)(
    '$worker says so, in that language, and when to come again',
    async ({ path }) => {
      for (const _ of ['at first', 'and again']) {
        const answer = await readIn(laurel, path, 'ar');

        expect(answer.status).toBe(503);
        expect(answer.headers.get('retry-after')).toBe('10');
        expect(answer.headers.get('cache-control')).toContain('no-store');
        const html = await answer.text();
        expect(html).toContain('<html lang="ar" dir="rtl">');
        expect(html).toContain(ar['problem-store_unavailable-title']);
      }
    },
  );

  test.each(PAGES)('$worker tells programs the same', async ({ path }) => {
    const headers = { accept: 'application/json', 'accept-language': 'ar' };
    const answer = await fetch(`${laurel.url}${path}`, { headers });

    expect(answer.status).toBe(503);
    await expectProblem(answer, { reason: 'store_unavailable' });
  });

  test.each(PAGES)('$worker serves those who read another', async ({ path, key }) => {
    await expectSaid(await readIn(laurel, path, 'en'), 'en', key);
  });

  test('what says nothing in words is served to anybody', async () => {
    for (const path of [`/issuers/${laurel.issuer}/did.json`, '/.well-known/did.json']) {
      const answer = await fetch(`${laurel.url}${path}`, { headers: { 'accept-language': 'ar' } });
      expect(answer.status).toBe(200);
    }
  });

  test('a form does nothing, and is given back to be sent again', async () => {
    const name = '“Kept” <b>without</b> words';
    const tokens = `/desk/issuers/${laurel.issuer}/tokens`;
    const typed = [
      ['name', name] as const,
      ['scopes', 'awards:read'] as const,
      ['days', '9'] as const,
    ];

    const refused = await organizer.post(`${tokens}?uselang=ar`, typed);

    expect(refused.status).toBe(503);
    const html = await refused.text();
    expect(html).toContain(ar['limits-send-again']);
    expect(Object.keys(hiddenFieldsIn(html))).toEqual(['name', 'scopes', 'days']);
    const list = await (await organizer.get(`${tokens}?uselang=en`)).text();
    expect(list).toContain(en['tokens-lead']);
    expect(list).not.toContain('without');
  });
});

function temporary(): string {
  return mkdtempSync(join(tmpdir(), 'laurel-assets-'));
}

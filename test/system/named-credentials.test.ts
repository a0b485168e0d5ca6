import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserSession } from '../support/browser-session.ts';
import { anAcceptedAward, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { declare } from '../support/naming.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { verifyBy } from '../support/verifying.ts';

const ACCOUNT = 'Quiet Gazelle of Banjul';
const WRITINGS = { en: 'Amina Jallow', ar: 'أمينة جالو', nqo: 'ߊ߬ߡߌߣߊ߫ ߖߊ߬ߟߏ߬', my: 'အမီနာ' };

let laurel: Laurel;
let session: BrowserSession;
let award: string;
const pages = new Map<string, string>();
beforeAll(async () => {
  laurel = await startLaurel();
  const evidence = [
    {
      class: 'event-registration',
      url: 'https://meta.wikimedia.org/wiki/Event:Banjul',
      place: 'Banjul',
    },
  ];
  ({ award, session } = await anAcceptedAward(laurel, ACCOUNT, { evidence }));
  await declare(session, WRITINGS);
  for (const writing of Object.keys(WRITINGS)) {
    const language = writing === 'ar' ? 'ar' : 'en';
    const id = await makeCredential(session, award, { disclosure: 'name', writing, language });
    expect((await fetch(`${laurel.url}/c/${id}`)).status).toBe(404);
    await session.post(`/me/credentials/${id}/link`, { link: 'on' });
    pages.set(writing, `${laurel.url}/c/${id}`);
  }
});
afterAll(() => laurel.stop());

const pageOf = (writing: string) => pages.get(writing) ?? '';

describe.each(Object.entries(WRITINGS))(
  'a certificate with the name as it is in %s',
  (writing, name) => {
    test('signs the name as self-declared with the words that say so, and neither link nor place', async () => {
      const document = await fetchJson(`${pageOf(writing)}.json`);

      expect(document.credentialSubject).toMatchObject({
        identifier: [
          {
            type: 'IdentityObject',
            hashed: false,
            identityHash: name,
            identityType: 'ext:selfDeclaredName',
          },
        ],
        narrative:
          writing === 'ar'
            ? 'قدّم صاحب الشهادة هذا الاسم بنفسه، ولم يتحقق منه أحد.'
            : 'The holder gave this name themselves. Nobody has checked it.',
      });
      const text = JSON.stringify(document);
      for (const hidden of [ACCOUNT, 'Event:Banjul', ' · Banjul', ...others(writing)]) {
        expect(text).not.toContain(hidden);
      }
    });

    test('is valid here, and by the verifier and the schema of others', async () => {
      const document = await fetchJson(`${pageOf(writing)}.json`);
      const ajv = new Ajv2019({ allErrors: true, strict: false });
      addFormats.default(ajv);
      const schema = readFileSync('test/vectors/ob_v3p0_achievementcredential_schema.json', 'utf8');
      const validate = ajv.compile(JSON.parse(schema));

      validate(document);
      const library = await verifyByVc(document, strangersLoader(laurel));

      expect(validate.errors).toBeNull();
      expect(library).toMatchObject({ verified: true, statusResult: { verified: true } });
      expect((await verifyBy(laurel, { credential: document })).verdict).toBe('valid');
      const jwt = await (await fetch(`${pageOf(writing)}.jwt`)).text();
      expect((await verifyBy(laurel, { credential: jwt })).verdict).toBe('valid');
    });

    test('says who gave the name on its page, the page to print and the report, and names nobody else', async () => {
      const language = { 'accept-language': 'en' };
      const page = await (await fetch(pageOf(writing), { headers: language })).text();
      expect(page).toContain(name);
      expect(page).toContain('A name that the holder gave; nobody checked it');
      expect(page).not.toContain(ACCOUNT);

      const printed = await (await fetch(`${pageOf(writing)}/certificate`)).text();
      expect(printed).toContain(name);
      expect(printed).toContain(
        writing === 'ar'
          ? 'اسم قدّمه صاحب الشهادة ولم يتحقق منه أحد'
          : 'Name given by the holder, checked by nobody',
      );
      const report = await verifyBy(laurel, { url: pageOf(writing) });
      expect(report.verdict).toBe('valid');
    });

    test('is found true to its print when its PDF is brought back', async () => {
      const pdf = await (await fetch(`${pageOf(writing)}.pdf`)).blob();
      const form = new FormData();
      form.append('file', new File([pdf], 'certificate.pdf', { type: 'application/pdf' }));

      const answer = await fetch(`${laurel.url}/api/verify`, { method: 'POST', body: form });

      const { verdict, printed } = Object(await answer.json());
      expect(verdict).toBe('valid');
      expect(printed.fields).toContainEqual({ field: 'holder', signed: name, printed: true });
    });

    test('has a badge and a picture for where its link is shared', async () => {
      for (const suffix of ['.png', '.svg', '/social.png']) {
        expect((await fetch(`${pageOf(writing)}${suffix}`)).status).toBe(200);
      }
    });
  },
);

function others(writing: string): readonly string[] {
  return Object.entries(WRITINGS).flatMap(([tag, name]) => (tag === writing ? [] : [name]));
}

test('what was said under a name cannot be taken off it, nor put under another', async () => {
  const document = await fetchJson(`${pageOf('en')}.json`);
  const { narrative: _, ...bare } = document.credentialSubject as Record<string, unknown>;

  for (const credentialSubject of [bare, { ...bare, narrative: 'Checked by a notary.' }]) {
    const report = await verifyBy(laurel, { credential: { ...document, credentialSubject } });
    expect(report.verdict).toBe('invalid');
  }
});

test('a certificate is seen as a PDF before it is signed, and nothing is made', async () => {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const count = () => store.prepare('select count(*) as n from intents').first('n');
  const before = await count();
  const form = { request_key: 'x'.repeat(17), language: 'ar', disclosure: 'name', writing: 'ar' };

  const seen = await session.post(`/me/awards/${award}/preview`, form);

  expect(seen.status).toBe(200);
  expect(seen.headers.get('cache-control')).toBe('private, no-store');
  const bytes = new Uint8Array(await seen.arrayBuffer());
  expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-');
  expect(await count()).toBe(before);
});

test('for whom it is stays with its holder: it can be changed by them alone, and is in nothing signed', async () => {
  const id = await makeCredential(session, award, {
    disclosure: 'none',
    note: 'Alliance <Française>',
  });
  const own = await (await session.get(`/me/awards/${award}`)).text();
  expect(own).toContain('Alliance &lt;Française&gt;');

  await session.post(`/me/credentials/${id}/note`, { note: 'A museum\u202E\u0000' });
  await session.post(`/me/credentials/${id}/link`, { link: 'on' });

  const after = await (await session.get(`/me/awards/${award}`)).text();
  expect(after).toContain('value="A museum"');
  expect(after).not.toContain('Alliance');
  for (const suffix of ['', '.json', '/certificate']) {
    expect(await (await fetch(`${laurel.url}/c/${id}${suffix}`)).text()).not.toContain('museum');
  }
  await session.post(`/me/credentials/${id}/note`, { note: '' });
  expect(await (await session.get(`/me/awards/${award}`)).text()).not.toContain('museum');
});

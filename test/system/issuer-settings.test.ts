import { deflateSync } from 'node:zlib';
import { encodeChunk } from '@laurel/baking/png-chunks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { signerOf } from '../../development/stewardship.ts';
import { inkOf } from '../../services/renderer/test/opened-pdf.ts';
import { applied, aSteward, callApi, reviewOf } from '../support/applying.ts';
import { aCredential, anAwardRequest, award } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';

let laurel: Laurel;
let admin: BrowserSession;
let settings: string;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await aMember(laurel, 'Keeper of the Name', ['admin', 'awarder']);
  settings = `/desk/issuers/${laurel.issuer}/settings`;
});
afterAll(() => laurel.stop());

/** Sends the form with a file, as a browser does. */
function sendLogo(
  file: Uint8Array | string,
  { name = 'logo.svg', type = 'image/svg+xml', mark = 'yes', session = admin } = {},
): Promise<Response> {
  const form = new FormData();
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  form.set('file', new File([Uint8Array.from(bytes)], name, { type }));
  if (mark !== '') form.set('mark', mark);
  return fetch(`${laurel.url}${settings}/logo`, {
    method: 'POST',
    redirect: 'manual',
    body: form,
    headers: {
      accept: 'text/html',
      origin: laurel.origin,
      cookie: [...session.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
    },
  });
}

function png(width: number, height: number, unpacked: number): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
    encodeChunk('IHDR', header),
    encodeChunk('tEXt', new TextEncoder().encode('Author\0Somebody with a Name')),
    encodeChunk('IDAT', deflateSync(new Uint8Array(unpacked))),
    encodeChunk('IEND', new Uint8Array()),
  ]);
}

async function textFields(): Promise<Record<string, string>> {
  const page = await (await admin.get(settings)).text();
  const seen = /name="seen" value="(\w+)"/.exec(page)?.[1] ?? '';
  return {
    seen,
    language_1: 'en',
    name_1: 'Demonstration User Group',
    description_1: 'An invented group of volunteers.',
  };
}

const publicPage = async (path = `/issuers/${laurel.issuer}`) =>
  (await fetch(`${laurel.url}${path}`)).text();

test('names and descriptions are changed in several languages, for everybody at once', async () => {
  const saved = await admin.post(settings, {
    ...(await textFields()),
    language_2: 'ha',
    name_2: 'Ƙungiyar gwaji',
    description_2: 'Ƙungiya ce ta gwaji <b>kawai</b>.',
  });
  expect(saved.status).toBe(303);
  const page = await (
    await fetch(`${laurel.url}/issuers/${laurel.issuer}`, { headers: { 'accept-language': 'ha' } })
  ).text();
  expect(page).toContain('Ƙungiyar gwaji');
  expect(page).toContain('&lt;b&gt;kawai');
  const trail = await (await admin.get(`/desk/issuers/${laurel.issuer}/audit`)).text();
  expect(trail).toContain('Changed the issuer’s texts');
});

test('a language is added, and what is wrong is said, with all that was typed kept', async () => {
  const fields = await textFields();
  const added = await admin.post(settings, { ...fields, name_1: 'Half a na', add: 'yes' });
  expect(added.status).toBe(200);
  const page = await added.text();
  expect(page).toContain('value="Half a na"');
  expect(page).toContain('name="language_2"');
  expect(page).toContain(`value="${fields.seen}"`);
  const refused = await admin.post(settings, { ...fields, name_1: '' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Give a name in one language at least');
  const long = await admin.post(settings, { ...fields, name_1: 'x'.repeat(200) });
  expect(long.status).toBe(422);
});

test('of two members who change the texts at once, the second is told what the first wrote', async () => {
  const fields = await textFields();
  const answers = await Promise.all([
    admin.post(settings, { ...fields, name_1: 'First of two' }),
    admin.post(settings, { ...fields, name_1: 'Second of two' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  const lost = answers.findIndex(({ status }) => status === 409);
  const told = (await answers[lost]?.text()) ?? '';
  expect(told).toContain(`value="${['First', 'Second'][lost]} of two"`);
  expect(told).toContain(`<strong>${['Second', 'First'][lost]} of two</strong>`);
  expect(told).toContain('What stands there now');
  const again = { ...fields, seen: /name="seen" value="(\w+)"/.exec(told)?.[1] ?? '' };
  expect((await admin.post(settings, again)).status).toBe(303);
});

test('who corrects a mistake does not overwrite what another member wrote meanwhile', async () => {
  const fields = await textFields();
  expect((await admin.post(settings, { ...fields, name_1: 'Written meanwhile' })).status).toBe(303);
  const refused = await admin.post(settings, { ...fields, name_1: '' });
  expect(refused.status).toBe(422);
  const seen = /name="seen" value="(\w+)"/.exec(await refused.text())?.[1] ?? '';
  const corrected = await admin.post(settings, { ...fields, name_1: 'Written late', seen });
  expect(corrected.status).toBe(409);
  expect(await corrected.text()).toContain('<strong>Written meanwhile</strong>');
});

test('a logo is served from our origin with its digest, and does nothing but show', async () => {
  expect((await fetch(`${laurel.url}/issuers/${laurel.issuer}/logo`)).status).toBe(404);
  const sent = await sendLogo(`${SVG.slice(0, -6)}<!-- Somebody with a Name --></svg>`);
  expect(sent.status).toBe(303);
  const page = await publicPage();
  const [, path = ''] = /<img class="logo" src="([^"]+)" alt="Logo of [^"]+"/.exec(page) ?? [];
  expect(path).toMatch(new RegExp(`^/issuers/${laurel.issuer}/logo\\?v=[0-9a-f]{16}$`));
  const logo = await fetch(`${laurel.url}${path}`);
  expect(logo.headers.get('content-type')).toBe('image/svg+xml');
  expect(logo.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(logo.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none';/);
  expect(logo.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await logo.text()).toBe(SVG);
  const etag = logo.headers.get('etag') ?? '';
  const again = await fetch(`${laurel.url}${path}`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  const plain = await fetch(`${laurel.url}/issuers/${laurel.issuer}/logo?v=0000`);
  expect(plain.headers.get('cache-control')).toBe('public, max-age=300');
  expect((await fetch(`${laurel.url}${path}`, { method: 'POST' })).status).toBe(405);

  const { page: credential } = await aCredential(laurel);
  expect(await (await fetch(credential)).text()).toContain(`src="${path}"`);
  const profile = await fetch(`${laurel.url}/issuers/${laurel.issuer}`, {
    headers: { accept: 'application/json' },
  });
  expect(await profile.json()).toMatchObject({
    image: { id: `${laurel.origin}${path}`, type: 'Image' },
    vouch: { by: 'Stewards of the demonstration', since: '2026-11-01', proof: null },
  });
});

test('the preview of a certificate has the logo that certificates have', async () => {
  const preview = `/desk/issuers/${laurel.issuer}/achievements/training-workshop-participation/preview/certificate.pdf`;
  const drawn = async () => (await admin.get(preview)).bytes();
  await admin.post(`${settings}/logo/withdraw`);
  const without = await drawn();

  await sendLogo(SVG);
  const certificate = await drawn();

  expect(certificate.length).toBeGreaterThan(without.length);
  expect(await inkOf(certificate)).toBeGreaterThan(await inkOf(without));
  await admin.post(`${settings}/logo/withdraw`);
  expect(await drawn()).toEqual(without);
});

test('another logo takes the place of the first, and one that is removed is gone', async () => {
  await sendLogo(SVG);
  const sent = await sendLogo(png(4, 4, 4 * 17), { name: 'x.png', type: 'image/png' });
  expect(sent.status).toBe(303);
  const logo = await fetch(`${laurel.url}/issuers/${laurel.issuer}/logo`);
  expect(logo.headers.get('content-type')).toBe('image/png');
  const bytes = Buffer.from(await logo.arrayBuffer());
  expect(bytes.includes('Somebody with a Name')).toBe(false);
  expect((await admin.post(`${settings}/logo/withdraw`)).status).toBe(303);
  expect((await fetch(`${laurel.url}/issuers/${laurel.issuer}/logo`)).status).toBe(404);
  expect(await publicPage()).not.toContain('<img');
  const open = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-verifier');
  expect(await open.prepare('select count(*) as left from issuer_logos').first('left')).toBe(0);
});

const LAUGHS = `<!DOCTYPE svg [${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>&l9;</text></svg>`;
const with_ = (inner: string) => SVG.replace('<path', `${inner}<path`);

test.each([
  ['a script', with_('<script>alert(1)</script>'), {}, 'runs a script'],
  ['an event handler', with_('<g onload="alert(1)"/>'), {}, 'runs a script'],
  ['a picture from elsewhere', with_('<image href="https://e.example/x"/>'), {}, 'not allowed'],
  ['a reference to elsewhere', with_('<use href="https://e.example/x#y"/>'), {}, 'leads out'],
  ['a style from elsewhere', with_('<g style="fill:url(//e.example)"/>'), {}, 'has a style'],
  ['a page within', with_('<foreignObject/>'), {}, 'not allowed'],
  ['a billion laughs', LAUGHS, {}, 'DOCTYPE'],
  ['a PNG bomb', png(64, 64, 50_000_000), { name: 'x.png', type: 'image/png' }, 'unpacks to'],
  ['a PNG too wide', png(50_000, 50_000, 9), { name: 'x.png', type: 'image/png' }, 'at most 1024'],
  ['a photograph', new Uint8Array(3_000_000), { name: 'x.png', type: 'image/png' }, 'too large'],
  ['a page called a PNG', '<html></html>', { name: 'x.png', type: 'image/png' }, 'neither'],
  ['an SVG called a PNG', SVG, { name: 'x.png', type: 'image/png' }, 'another kind'],
  ['a PNG called an SVG', png(4, 4, 68), {}, 'another kind'],
  ['an SVG called nothing, with a script', with_('<script/>'), { type: '' }, 'runs a script'],
  ['nothing', '', {}, 'neither'],
  ['a mark that they may not use', SVG, { mark: '' }, 'may use this mark'],
])('%s becomes no logo, and the page says why', async (_, file, options, sentence) => {
  const answer = await sendLogo(file, options);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(sentence);
  expect((await fetch(`${laurel.url}/issuers/${laurel.issuer}/logo`)).status).toBe(404);
});

test('the signer shows nothing that is not the picture it is said to be', async () => {
  const signer = await signerOf(laurel.runtime);
  const bytes = Buffer.from(SVG).toString('base64');
  const digest = 'a'.repeat(64);
  const named = (change: object) => ({ type: 'image/svg+xml' as const, digest, bytes, ...change });
  const right = Buffer.from(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(SVG)),
  ).toString('hex');
  for (const logo of [
    named({}),
    named({ digest: right, type: 'image/png' }),
    named({ bytes: Buffer.alloc(70_000, '<svg ').toString('base64') }),
  ]) {
    const shown = async () => signer.setLogo(laurel.issuer, logo);
    await expect(shown()).rejects.toThrow('a defect of the signer');
  }
  expect(await signer.logoOf(laurel.issuer)).toBeNull();
  await signer.setLogo(laurel.issuer, named({ digest: right }));
  expect(await signer.logoOf(laurel.issuer)).toEqual({ type: 'image/svg+xml', digest: right });
  await signer.setLogo(laurel.issuer, null);
});

test('awarders and members of others change none of it', async () => {
  const awarder = await aMember(laurel, 'Only an Awarder', ['awarder']);
  expect((await awarder.get(settings)).status).toBe(403);
  expect((await sendLogo(SVG, { session: awarder })).status).toBe(403);
  const stranger = await anotherIssuer(laurel, 'other-settings', 'Elsewhere of Settings');
  expect((await sendLogo(SVG, { session: stranger })).status).toBe(404);
  expect((await stranger.post(`${settings}/logo/withdraw`)).status).toBe(404);
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['PATCH', '', { names: { en: 'Stolen' } }],
    ['PUT', '/logo', { file: btoa(SVG), mayUseMark: true }],
    ['DELETE', '/logo', undefined],
  ] as const) {
    const of = (slug: string) => callApi(laurel, stranger, method, `/issuers/${slug}${path}`, body);
    const answer = await of(laurel.issuer);
    expect(answer.status).toBe(404);
    expect((await answer.text()).replaceAll(laurel.issuer, 'SLUG')).toBe(
      (await (await of('no-such-group')).text()).replaceAll('no-such-group', 'SLUG'),
    );
  }
});

test('a program changes texts and logo', async () => {
  const path = `/issuers/${laurel.issuer}`;
  const patch = { names: { en: 'Demonstration User Group', sw: 'Kikundi cha majaribio' } };
  expect((await callApi(laurel, admin, 'PATCH', path, patch)).status).toBe(204);
  const put = await callApi(laurel, admin, 'PUT', `${path}/logo`, {
    file: Buffer.from(SVG).toString('base64'),
    mayUseMark: true,
  });
  expect(put.status).toBe(204);
  const face = await callApi(laurel, admin, 'GET', path);
  expect(await face.json()).toMatchObject({
    ...patch,
    kind: 'community',
    vouch: { by: 'Stewards of the demonstration' },
    logo: { type: 'image/svg+xml', url: expect.stringContaining('/logo?v=') },
  });
  const undeclared = await callApi(laurel, admin, 'PUT', `${path}/logo`, {
    file: Buffer.from(SVG).toString('base64'),
    mayUseMark: false,
  });
  await expectProblem(undeclared, { reason: 'mark_not_declared' });
  const refused = await callApi(laurel, admin, 'PUT', `${path}/logo`, {
    file: Buffer.from(with_('\n<script/>')).toString('base64'),
    mayUseMark: true,
  });
  const problem = await expectProblem(refused, { reason: 'logo_refused' });
  expect(problem).toMatchObject({ fault: 'svg_script', line: 2, found: 'script' });
  const empty = await callApi(laurel, admin, 'PATCH', path, {});
  await expectProblem(empty, { reason: 'request_invalid' });
  const tag = await callApi(laurel, admin, 'PATCH', path, { names: { en_GB: 'x' } });
  await expectProblem(tag, { reason: 'request_invalid', issue: '/names/en_GB' });
  expect((await callApi(laurel, admin, 'DELETE', `${path}/logo`)).status).toBe(204);
});

test('a token changes a face with the scope for it alone', async () => {
  const endsAtSeconds = Math.floor(Date.now() / 1000) + 3_600;
  const tokenFor = (scope: 'issuer:write' | 'awards:read') =>
    laurel.stewardship.makeToken(
      laurel.issuer,
      accountIdOf('Keeper of the Name'),
      [scope],
      endsAtSeconds,
    );
  const change = async (scope: 'issuer:write' | 'awards:read', slug = laurel.issuer) =>
    fetch(`${laurel.url}/api/v1/issuers/${slug}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${await tokenFor(scope)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ names: { en: 'Named by a program' } }),
    });
  await expectProblem(await change('awards:read'), { reason: 'token_scope_missing' });
  await expectProblem(await change('issuer:write', 'other-settings'), { reason: 'token_foreign' });
  expect((await change('issuer:write')).status).toBe(204);
  expect(await publicPage()).toContain('Named by a program');
});

test('every credential page says who vouches for its issuer, or that nobody does', async () => {
  const { page } = await aCredential(laurel);
  expect(await (await fetch(page)).text()).toMatch(
    /vouched for by .Stewards of the demonstration., since 1 November 2026/,
  );

  const applicant = await aMember(laurel, 'Vouched of Jos', []);
  const path = await applied(applicant, { slug: 'vouched-group', contact1: 'Vouched of Jos' });
  const steward = await aSteward(laurel);
  const vouchedBy = 'مجلس الأرشيف <b>';
  await steward.post(`${reviewOf(path)}/accept`, { kind: 'community', vouchedBy });
  const issuer = await (await fetch(`${laurel.url}/issuers/vouched-group`)).text();
  expect(issuer).toContain('مجلس الأرشيف &lt;b&gt;');
  expect(issuer).toMatch(/href="https:\/\/meta\.wikimedia\.org\/[^"]*oldid=29000001"/);

  const open = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const vouch = await open
    .prepare('select vouch from issuers where slug = ?')
    .bind(laurel.issuer)
    .first<string>('vouch');
  const put = (changed: string | null) =>
    open.prepare('update issuers set vouch = ? where slug = ?').bind(changed, laurel.issuer).run();
  await put(null);
  expect(await (await fetch(page)).text()).toContain('Nobody vouches for this issuer.');
  expect(await publicPage()).toContain('Nobody vouches for this issuer.');
  await put(vouch);
});

test('a revoked credential still says who vouches for its issuer, and shows no logo', async () => {
  const report = await award(
    laurel,
    anAwardRequest({ recipients: [{ username: 'Revoked of Settings' }] }),
  );
  const [row] = report.recipients;
  await fetch(`${laurel.url}/api/v1/awards/${row?.award}/revocation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${laurel.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'issued_in_error' }),
  });
  await sendLogo(SVG);
  const page = await (await fetch(row?.credential ?? '')).text();
  expect(page).toContain('This issuer is vouched for by');
  expect(page).not.toContain('<img');
});

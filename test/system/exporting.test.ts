import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { filesFromStart } from '../support/archive.ts';
import { anAwardRequest, award, revoke } from '../support/awarding.ts';
import { browserSession } from '../support/browser-session.ts';
import { everyRow } from '../support/every-row.ts';
import { ARCHIVE, byName, dataOf, download, exported, textOf } from '../support/exporting.ts';
import { aHeldCredential, anAcceptedAward, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { declare } from '../support/naming.ts';
import { aHolder, makeRecord } from '../support/recording.ts';
import { switchLink } from '../support/showing.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { checkIn, reportOnFile, verifyBy } from '../support/verifying.ts';

const FORMS = ['.pdf', '.bundle.json', '.json', '.jwt', '-vc-jose.jwt'];

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

async function everythingPublic() {
  return everyRow(await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer'));
}

/** Somebody with a credential in each mode: one link is on, the others are off. */
async function inAllModes(username: string) {
  const { award: id, session } = await anAcceptedAward(laurel, username);
  await declare(session, { yo: 'Ṣadé Adéwùsì', ar: 'شادي أديووسي' });
  const account = await makeCredential(session, id, { note: 'For the archive of the lake' });
  const name = await makeCredential(session, id, { disclosure: 'name', writing: 'yo' });
  const none = await makeCredential(session, id, { disclosure: 'none', language: 'ar' });
  await switchLink(session, name, 'on');
  const record = await makeRecord(session, [account, name]);
  return { session, award: id, account, name, none, record };
}

test('all that somebody holds is in one archive, valid, whether or not links are on, and none is switched on', async () => {
  const held = await inAllModes('Folasade of Epe');
  const before = await everythingPublic();

  const archive = await download(held.session);
  const files = byName(await filesFromStart(archive));

  expect(await everythingPublic()).toEqual(before);
  for (const id of [held.account, held.name, held.none]) {
    const own = FORMS.map((form) => `certificates/${id}/${id}${form}`);
    expect([...files.keys()]).toEqual(expect.arrayContaining(own));
    for (const [at, file] of own.entries()) {
      if (FORMS[at] === '.bundle.json') continue;
      const report = await reportOnFile(laurel, new Uint8Array(files.get(file) ?? []));
      expect([file, report.verdict]).toEqual([file, 'valid']);
      if (FORMS[at] === '.pdf') expect(checkIn(report, 'print')?.result).toBe('pass');
    }
  }
  const record = `records/${held.record}/${held.record}`;
  const presented = { credential: JSON.parse(textOf(files, `${record}.json`)) };
  expect(await verifyBy(laurel, presented)).toMatchObject({ verdict: 'valid' });
  expect(JSON.parse(textOf(files, `${record}.bundle.json`)).held).toHaveLength(2);
  expect(files.has(`${record}.pdf`)).toBe(false);
});

test('what its address serves is the same as what is in the archive, byte for byte', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Wangari of Nyeri');
  await switchLink(session, id, 'on');
  const files = await exported(session);

  for (const form of ['json', 'jwt']) {
    const served = await (await fetch(`${laurel.url}/c/${id}.${form}`)).text();
    expect(textOf(files, `certificates/${id}/${id}.${form}`)).toBe(served);
  }
  const pdf = await (await fetch(`${laurel.url}/c/${id}.pdf`)).bytes();
  const taken = files.get(`certificates/${id}/${id}.pdf`)?.length ?? 0;
  expect(Math.abs(taken - pdf.length)).toBeLessThan(500);
});

test('the keys of issuers and of the service are those that are served', async () => {
  const { session } = await aHeldCredential(laurel, 'Wangari of Nyeri of the Hill');
  const files = await exported(session);

  for (const [file, path] of [
    [`keys/${laurel.issuer}/did.json`, `/issuers/${laurel.issuer}/did.json`],
    [`keys/${laurel.issuer}/keys.json`, `/issuers/${laurel.issuer}/keys.json`],
    ['keys/service/did.json', '/.well-known/did.json'],
    ['keys/service/keys.json', '/.well-known/keys.json'],
    ['verify.html', '/verify/offline.html'],
  ] as const) {
    expect(textOf(files, file)).toBe(await (await fetch(`${laurel.url}${path}`)).text());
  }
  const service = JSON.parse(textOf(files, 'keys/service/did.json'));
  const root = service.verificationMethod[0].publicKeyMultibase;
  expect(textOf(files, 'README.txt')).toContain(root);
});

test('its first page leads to files that are there, and asks nothing of a network', async () => {
  const { session } = await inAllModes('Folasade of Badagry');
  const files = await exported(session, '?uselang=ar');

  const page = textOf(files, 'index.html');
  expect(page).toContain('<html lang="ar" dir="rtl">');
  const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, link]) => link ?? '');
  expect(links.length).toBeGreaterThan(25);
  expect(links.filter((link) => !files.has(link))).toEqual([]);
  expect(page).not.toMatch(/src=|url\(|<script|@import/);
  const led = [...files.keys()].filter((name) => /^(?:certificates|records|data)\//.test(name));
  expect(led.filter((name) => !links.includes(name))).toEqual([]);
  expect(textOf(files, 'README.txt')).toContain('ما ليس فيه');
});

test('whoever holds nothing gets what is kept about them all the same', async () => {
  const session = await signedIn(laurel, 'Quiet Gazelle of Banjul');
  const files = await exported(session);

  expect([...files.keys()].filter((name) => /^(?:certificates|records)\//.test(name))).toEqual([]);
  expect(textOf(files, 'index.html')).toContain('You hold no certificate yet.');
  const { account, signedIn: sessions } = dataOf(files, 'account');
  expect(account).toMatchObject({
    id: accountIdOf('Quiet Gazelle of Banjul'),
    username: 'Quiet Gazelle of Banjul',
    usernameSeenAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT/),
  });
  expect(sessions).toHaveLength(1);
  expect(files.has('keys/service/did.json')).toBe(true);
});

test('what ended says so: no PDF of what was revoked, and nothing of what was withdrawn', async () => {
  const { session, awards, credentials } = await aHolder(laurel, 'Zola of Mbanza');
  const [withdrawn = '', revoked = ''] = credentials;
  await session.post(`/me/credentials/${withdrawn}/withdraw`);
  expect((await revoke(laurel, awards[1] ?? '', { reason: 'issued_in_error' })).ok).toBe(true);

  const files = await exported(session);

  const of = (id: string) => [...files.keys()].filter((name) => name.includes(id));
  expect(of(withdrawn)).toEqual([]);
  expect(of(revoked)).toEqual(
    ['.json', '.jwt', '-vc-jose.jwt'].map((form) => `certificates/${revoked}/${revoked}${form}`),
  );
  expect(dataOf(files, 'certificates').certificates).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ credentialId: withdrawn, state: 'withdrawn' }),
      expect.objectContaining({ credentialId: revoked, state: 'revoked' }),
    ]),
  );
  expect(textOf(files, 'index.html')).toContain('There are no files of it.');
});

test('nobody else is in it, and nobody else gets it', async () => {
  const recipients = [{ username: 'Lina of Kano' }, { username: 'Ali of Oran' }];
  const batch = await award(laurel, anAwardRequest({ recipients }));
  const lina = await signedIn(laurel, 'Lina of Kano');
  const [own, other] = batch.recipients.map(({ credential }) => credential?.split('/').at(-1));

  const files = await exported(lina);

  expect([...files.keys()].some((name) => name.includes(own ?? '-'))).toBe(true);
  const all = [...files].map(([name, bytes]) => name + Buffer.from(bytes).toString('latin1'));
  for (const trace of ['Ali of Oran', accountIdOf('Ali of Oran'), other ?? '-']) {
    expect(all.filter((one) => one.includes(trace))).toEqual([]);
  }
  expect([...files.keys()].filter((name) => /lina|kano/i.test(name))).toEqual([]);
  const stranger = await browserSession(laurel).get(ARCHIVE);
  expect(stranger.status).not.toBe(200);
  expect(stranger.headers.get('content-type')).not.toContain('zip');
});

test('a link of another site leads to the page, an unknown part is none, and HEAD draws nothing', async () => {
  const session = await signedIn(laurel, 'Quiet Gazelle of Banjul');

  const elsewhere = await session.get(ARCHIVE, { 'sec-fetch-site': 'cross-site' });
  expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([303, '/me/export']);
  for (const part of ['2', '0', 'x', '-1']) {
    expect((await session.get(`${ARCHIVE}?part=${part}`)).status).toBe(404);
  }
  const cookie = [...session.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const head = await fetch(`${laurel.url}${ARCHIVE}`, { method: 'HEAD', headers: { cookie } });
  expect(head.status).toBe(200);
  expect(head.headers.get('content-disposition')).toMatch(
    /^attachment; filename="laurel-\d{4}-\d\d-\d\d\.zip"$/,
  );
  expect(head.headers.get('cache-control')).toBe('private, no-store');
  expect((await session.post('/me/export')).status).toBe(405);
});

import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { aCredential, anAwardRequest, award } from '../support/awarding.ts';
import { browserSession, logIn } from '../support/browser-session.ts';
import { everyCell } from '../support/every-row.ts';
import { aHeldCredential, anOffer, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { declare } from '../support/naming.ts';
import { makeRecord } from '../support/recording.ts';
import { aCollection, switchLink } from '../support/showing.ts';
import { fetchCredential, offerToWallet, tokenFor } from '../support/wallet.ts';

/** None of them has let a stranger see their user name, each in a way of their own. */
const PEOPLE = {
  nameless: 'Maryam of Maiduguri',
  named: 'Saratu of Gombe',
  offered: 'Zulaihat of Damaturu',
  declined: 'Binta of Potiskum',
  onPaper: 'Rakiya of Biu',
  withdrawn: 'Asabe of Mubi',
  onlyLoggedIn: 'Jummai of Numan',
};
const DECLARED = 'Saratu Abubakar';
const NOTE = 'For the embassy of Elsewhere';

const logged: string[] = [];
let laurel: Laurel;
/** Addresses of all that is shown. */
const shown: string[] = [];

beforeAll(async () => {
  laurel = await startLaurel({ onLog: (line) => logged.push(line) });
  await populate();
}, 60_000);
afterAll(() => laurel.stop());

/** Everything that people do, done by those who disclose nothing. */
async function populate(): Promise<void> {
  const {
    id,
    award: first,
    session,
  } = await aHeldCredential(laurel, PEOPLE.nameless, {
    disclosure: 'none',
    note: NOTE,
  });
  const arabic = await makeCredential(session, first, { disclosure: 'none', language: 'ar' });
  for (const one of [id, arabic]) await switchLink(session, one, 'on');
  const collection = await aCollection(session, [id, arabic], { title: 'What I did' });
  const record = await makeRecord(session, [id]);
  await session.post(`/me/record/${record}/link`, { link: 'on' });
  const partner = browserSession(laurel);
  await partner.post(`/confirm/${id}`, { asked_by: 'Radio Borno' });
  const code = /<strong>(\d{3} \d{3})</.exec(await (await partner.get(`/confirm/${id}`)).text());
  const question = await (await session.post('/me/confirm', { code: code?.[1] ?? '' })).text();
  const action = /action="(\/me\/confirm\/\w+)/.exec(question)?.[1] ?? '';
  expect((await session.post(action)).status).toBe(303);
  const hidden = await makeCredential(session, first, { disclosure: 'none' });
  await session.post('/me/hide');
  await session.post('/me/hidden/show', [
    ['credential', id],
    ['credential', arabic],
    ['credential', record],
    ['collection', collection],
  ]);
  await session.post(`/me/credentials/${hidden}/withdraw`);
  const forWallet = await offerToWallet(session, id);
  await fetchCredential(laurel, await tokenFor(laurel, await offerToWallet(session, arabic)));
  shown.push(`/c/${id}`, `/c/${arabic}`, `/c/${record}`, `/c/${hidden}`);
  shown.push(`/collections/${collection}`, `/confirm/${id}`, `/wallet/offers/${forWallet.code}`);

  const named = await aHeldCredential(laurel, PEOPLE.named, { disclosure: 'none' });
  await declare(named.session, { en: DECLARED });
  const declared = await makeCredential(named.session, named.award, {
    disclosure: 'name',
    writing: 'en',
  });
  await switchLink(named.session, declared, 'on');
  shown.push(`/c/${declared}`);

  await anOffer(laurel, PEOPLE.offered);
  const offer = await anOffer(laurel, PEOPLE.declined);
  const declining = browserSession(laurel);
  await logIn(declining, PEOPLE.declined, offer.claim);
  await declining.post(`${offer.claim}/decline`);

  const paper = await aCredential(laurel, {
    disclosure: 'none',
    recipients: [{ username: PEOPLE.onPaper }],
  });
  shown.push(new URL(paper.page).pathname);
  await award(laurel, anAwardRequest({ recipients: [{ username: 'Nobody of Nowhere' }] }));

  const withdrawn = await aHeldCredential(laurel, PEOPLE.withdrawn);
  await switchLink(withdrawn.session, withdrawn.id, 'on');
  await withdrawn.session.post('/me/feed', { credential: withdrawn.id });
  await withdrawn.session.post(`/me/credentials/${withdrawn.id}/withdraw`);
  shown.push(`/c/${withdrawn.id}`);

  await logIn(browserSession(laurel), PEOPLE.onlyLoggedIn);
  await laurel.runtime.tick();
}

async function cellsOf(binding: 'PUBLIC' | 'PRIVATE') {
  return everyCell(await laurel.runtime.miniflare.getD1Database(binding, 'laurel-signer'));
}

/** Every way in which a name or an id of theirs could be written down. */
function writings(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const digest = createHash('sha256').update(text);
  const hash = digest.copy();
  return [
    text,
    text.replaceAll(' ', '_'),
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    digest.digest('hex'),
    hash.digest('base64url'),
  ];
}

const SECRETS = [
  ...Object.values(PEOPLE).flatMap((name) => [...writings(name), ...writings(accountIdOf(name))]),
  NOTE,
  'Radio Borno',
];

/** The secrets in a text. Ids are digits, which also stand within longer numbers. */
function secretsIn(text: string): readonly string[] {
  return SECRETS.filter((secret) =>
    /^\d+$/.test(secret)
      ? new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(text)
      : text.includes(secret),
  );
}

test('no cell of the whole of PUBLIC tells of them', async () => {
  const cells = await cellsOf('PUBLIC');

  expect(cells.length).toBeGreaterThan(100);
  expect(cells.flatMap((cell) => secretsIn(cell.text).map((one) => [cell, one]))).toEqual([]);
  // The search finds what is there to be found.
  const own = await cellsOf('PRIVATE');
  const found = new Set(own.flatMap(({ text }) => secretsIn(text)));
  for (const name of Object.values(PEOPLE)) {
    expect([name, found.has(name), found.has(accountIdOf(name))]).toEqual([name, true, true]);
  }
  expect(cells.some(({ text }) => text.includes(DECLARED))).toBe(true);
});

test('no log line does', () => {
  expect(logged.flatMap((line) => secretsIn(line))).toEqual([]);
});

test('no public answer does: pages, artefacts, lists, the log, feeds, reports', async () => {
  const cells = await cellsOf('PUBLIC');
  const idsIn = (table: string, column: string) => {
    const ids = cells.flatMap((cell) =>
      cell.table === table && cell.column === column ? [cell.text] : [],
    );
    expect([table, ids.length > 0]).toEqual([table, true]);
    return ids;
  };
  const forms = ['', '.json', '.jwt', '.jwt?profile=vc-jose', '.pdf', '.png', '.svg'];
  const further = ['.bundle.json', '/certificate', '/embed', '/social.png'];
  const paths = [
    ...shown.flatMap((path) =>
      path.startsWith('/c/') ? [...forms, ...further].map((form) => `${path}${form}`) : [path],
    ),
    ...idsIn('credentials', 'id').flatMap((id) => [`/c/${id}`, `/c/${id}.json`]),
    ...idsIn('status_lists', 'id').map((id) => `/status/${id}`),
    ...idsIn('published_achievements', 'id').map((id) => `/achievements/${id}`),
    ...idsIn('issuers', 'slug').flatMap((slug) =>
      ['', '/did.json', '/jwks.json', '/keys.json'].map((path) => `/issuers/${slug}${path}`),
    ),
    ...Object.values(PEOPLE).map((name) => `/user-badges?username=${encodeURIComponent(name)}`),
    ...['/', '/verify', '/log', '/log/checkpoint', '/robots.txt', '/health', '/problems'],
    ...['/.well-known/did.json', '/.well-known/keys.json', '/api/openapi.json', '/kept/'],
    ...['openid-credential-issuer', 'oauth-authorization-server'].map(
      (path) => `/.well-known/${path}`,
    ),
    ...['/log/tile/entries/000.p/1', '/log/tile/0/000.p/1', '/sitemap.xml', '/issuers', '/c'],
  ];
  const leaks = [];
  for (const path of new Set(paths)) {
    for (const accept of ['text/html', 'application/json']) {
      const answer = await fetch(`${laurel.url}${path}`, { headers: { accept } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const headers = JSON.stringify([...answer.headers]);
      const asked = path.startsWith('/user-badges');
      const texts = [headers, ...readable(bytes)];
      leaks.push(
        ...texts
          .flatMap((text) => (asked && text !== '[]' ? [] : secretsIn(text)))
          .map((one) => [path, one]),
      );
      if (asked) expect(bytes.toString()).toBe('[]');
    }
  }

  expect(paths.length).toBeGreaterThan(80);
  expect(leaks).toEqual([]);
});

/** The bytes as text, and what is packed in them: streams of PDFs, lists. */
function readable(bytes: Buffer): readonly string[] {
  const text = bytes.toString('latin1');
  const utf8 = bytes.toString('utf8');
  const list = /"encodedList":"u([\w-]+)"/.exec(utf8)?.[1];
  const unpacked =
    list === undefined ? [] : [gunzipSync(Buffer.from(list, 'base64url')).toString('latin1')];
  const attached = [...text.matchAll(/eyJ[\w-]{20,}/g)].map(([token]) =>
    Buffer.from(token, 'base64url').toString(),
  );
  return [text, utf8, ...unpacked, ...attached];
}

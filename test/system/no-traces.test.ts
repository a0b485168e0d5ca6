import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountNamed } from '../../development/wikimedia/account.ts';
import { aCredential } from '../support/awarding.ts';
import { browserSession, logIn } from '../support/browser-session.ts';
import { everyCell } from '../support/every-row.ts';
import { anOffer, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

const ADDRESS = '203.0.113.77';
const BROWSER = 'Traceable/7.7 (a browser of this test)';
const HEADERS = {
  'x-forwarded-for': ADDRESS,
  'cf-connecting-ip': ADDRESS,
  'x-real-ip': ADDRESS,
  'user-agent': BROWSER,
};
const NAME = 'Ìyábọ̀ of Ògbómọ̀ṣọ́';
const MAIL = 'iyabo@mail.example';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

/** Wikimedia tells an e-mail address with the profile, as it would to a consumer with another grant. */
function tellMailWithProfile(): void {
  const found = accountNamed(NAME);
  if (found.kind !== 'account') throw new Error('not an account');
  const { accountId: sub, username } = found.account;
  const profile = { sub, username, email: MAIL, confirmed_email: true, blocked: false };
  laurel.standIn.fail('profile', { times: 1, status: 200, body: JSON.stringify(profile) });
}

async function cellsOf(binding: 'PUBLIC' | 'PRIVATE') {
  return everyCell(await laurel.runtime.miniflare.getD1Database(binding, 'laurel-signer'));
}

test('no table of either database holds an IP address, an e-mail address or a User-Agent', async () => {
  const session = browserSession(laurel, HEADERS);
  const offer = await anOffer(laurel, NAME);
  tellMailWithProfile();
  await logIn(session, NAME, offer.claim);
  await session.post(`${offer.claim}/accept`);
  const id = await makeCredential(session, offer.award);
  for (const format of ['pdf', 'png', 'svg', 'json', 'jwt']) {
    const download = await session.post(`/me/credentials/${id}/download`, { format });
    expect((await session.get(download.headers.get('location') ?? '')).status).toBe(200);
  }
  const { page } = await aCredential(laurel, {}, HEADERS);
  for (const path of ['', '.json', '.pdf']) {
    expect((await fetch(`${page}${path}`, { headers: HEADERS })).status).toBe(200);
  }
  const verified = await fetch(`${laurel.url}/api/verify`, {
    method: 'POST',
    headers: { ...HEADERS, 'content-type': 'application/json' },
    body: JSON.stringify({ url: page }),
  });
  expect(await verified.json()).toMatchObject({ verdict: 'valid' });
  await laurel.runtime.tick();

  const cells = [...(await cellsOf('PUBLIC')), ...(await cellsOf('PRIVATE'))];

  const filled = new Set(cells.map(({ table }) => table));
  for (const table of ['credentials', 'accounts', 'awards', 'sessions', 'audit', 'batches']) {
    expect(filled).toContain(table);
  }
  const digest = createHash('sha256').update(ADDRESS).digest();
  const traces = [
    ADDRESS,
    digest.toString('hex'),
    digest.toString('base64url'),
    '127.0.0.1',
    'Traceable',
    MAIL,
  ];
  const traced = cells.filter(
    ({ text }) =>
      traces.some((trace) => text.includes(trace)) || /[\w.+-]+@[\w-]+\.[a-z]{2,}/i.test(text),
  );
  expect(traced).toEqual([]);
});

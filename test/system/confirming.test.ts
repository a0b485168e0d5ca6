import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserSession, browserSession, logIn } from '../support/browser-session.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { aHolder, makeRecord } from '../support/recording.ts';

const JSON_ACCEPT = { accept: 'application/json' };
const CONFIRMED = 'Confirmed now';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

/** A nameless credential whose link is on. */
async function aShownCredential(username: string) {
  const held = await aHeldCredential(laurel, username, { disclosure: 'none' });
  await held.session.post(`/me/credentials/${held.id}/link`, { link: 'on' });
  return held;
}

/** A partner's browser that has asked; the code that it shows. */
async function aPartner(id: string, askedBy = '') {
  const browser = browserSession(laurel);
  const asked = await browser.post(`/confirm/${id}`, { asked_by: askedBy });
  expect(asked.status).toBe(303);
  return { browser, code: codeIn(await textOf(browser, id)) };
}

async function textOf(browser: BrowserSession, id: string): Promise<string> {
  return (await browser.get(`/confirm/${id}`)).text();
}

function codeIn(page: string): string {
  const code = /<strong>(\d{3} \d{3})<\/strong>/.exec(page)?.[1];
  if (code === undefined) throw new Error(page);
  return code;
}

/** What the holder's page offers to confirm. */
async function questionsUnder(session: BrowserSession, code: string) {
  const page = await (await session.post('/me/confirm', { code })).text();
  const ids = [...page.matchAll(/action="\/me\/confirm\/(\w+)/g)].map(([, id]) => id ?? '');
  return { page, ids };
}

async function rows(condition: string): Promise<number | null> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const count = await store
    .prepare(`select count(*) as count from confirmations where ${condition}`)
    .first<number>('count');
  return count;
}

test('the partner’s page turns to confirmed, once the holder has entered its code and seen who asks', async () => {
  const { id, session } = await aShownCredential('Halima of Sokoto');
  const { browser, code } = await aPartner(id, 'Radio Sokoto, Aliyu');

  const { page, ids } = await questionsUnder(session, code);
  expect(page).toContain('Radio Sokoto, Aliyu');
  expect(page).toContain('Workshop Participation');
  expect(await textOf(browser, id)).not.toContain(CONFIRMED);
  const confirmed = await session.post(`/me/confirm/${ids[0]}`);

  expect(confirmed.headers.get('location')).toContain('done=confirmed');
  const seen = await textOf(browser, id);
  expect(seen).toContain(CONFIRMED);
  expect(seen).not.toContain('Halima');
  expect(seen).not.toContain('http-equiv="refresh"');
});

test('nobody but the browser that asked sees the code or the answer', async () => {
  const { id, session } = await aShownCredential('Halima of Gusau');
  const { code } = await aPartner(id);
  const other = browserSession(laurel);
  const before = await textOf(other, id);
  expect(before).not.toContain(code);

  const { ids } = await questionsUnder(session, code);
  await session.post(`/me/confirm/${ids[0]}`);

  expect(await textOf(other, id)).toBe(before);
});

test('two partners at once have codes of their own, and one answer is one’s', async () => {
  const { id, session } = await aShownCredential('Halima of Katsina');
  const [one, other] = [await aPartner(id, 'One'), await aPartner(id, 'Other')];

  const { page, ids } = await questionsUnder(session, other.code);
  expect(page).toContain('Other');
  await session.post(`/me/confirm/${ids[0]}`);

  expect(await textOf(other.browser, id)).toContain(CONFIRMED);
  expect(await textOf(one.browser, id)).not.toContain(CONFIRMED);
});

test('codes are read in digits of any script, with spaces and without', async () => {
  const { id, session } = await aShownCredential('Halima of Daura');
  const { code } = await aPartner(id);
  const arabic = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));

  for (const typed of [code, code.replace(' ', ''), code.replace(' ', '-'), arabic]) {
    expect((await questionsUnder(session, typed)).ids).toHaveLength(1);
  }
});

test('only the holder can confirm: the code of somebody else’s certificate is a wrong one', async () => {
  const { id, session } = await aShownCredential('Halima of Funtua');
  const stranger = await aShownCredential('Somebody of Funtua');
  const { browser, code } = await aPartner(id);
  const { ids } = await questionsUnder(session, code);

  const typed = await stranger.session.post('/me/confirm', { code }, JSON_ACCEPT);
  const sent = await stranger.session.post(`/me/confirm/${ids[0]}`, {}, JSON_ACCEPT);

  await expectProblem(typed, { reason: 'confirmation_unknown' });
  await expectProblem(sent, { reason: 'confirmation_unknown' });
  expect(await textOf(browser, id)).not.toContain(CONFIRMED);
  const visitor = browserSession(laurel);
  expect((await visitor.post(`/me/confirm/${ids[0]}`, {}, JSON_ACCEPT)).status).toBe(401);
});

test('after ten wrong codes the right one is refused as well', async () => {
  const { id, session } = await aShownCredential('Halima of Zuru');
  const { code } = await aPartner(id);
  const wrong = code.startsWith('000') ? '999 999' : '000 000';

  for (let tries = 0; tries < 10; tries += 1) {
    const answer = await session.post('/me/confirm', { code: wrong }, JSON_ACCEPT);
    await expectProblem(answer, { reason: 'confirmation_unknown' });
  }

  const late = await session.post('/me/confirm', { code }, JSON_ACCEPT);
  await expectProblem(late, { reason: 'rate_limited' });
});

test('a hidden certificate is asked about as one that never was, and its holder confirms nothing', async () => {
  const { id, session } = await aHeldCredential(laurel, 'Halima of Argungu', {
    disclosure: 'none',
  });
  const never = 'x'.repeat(17);
  const pageOf = async (one: string) => {
    const browser = browserSession(laurel);
    const start = await browser.get(`/confirm/${one}`);
    const headers = [...start.headers].filter(([name]) => name !== 'date');
    const asked = await browser.post(`/confirm/${one}`);
    const shown = await textOf(browser, one);
    return {
      code: codeIn(shown),
      seen: [start.status, headers, asked.status, await start.text(), shown].map((part) =>
        String(part)
          .replaceAll(one, '{id}')
          .replaceAll(/\d{3} \d{3}<|\d\d:\d\d[\d:.]*/g, '#'),
      ),
    };
  };
  const hidden = await pageOf(id);
  expect(hidden.seen).toEqual((await pageOf(never)).seen);

  const answer = await session.post('/me/confirm', { code: hidden.code }, JSON_ACCEPT);
  await expectProblem(answer, { reason: 'confirmation_link_off' });
});

test('an answer is not seen any more once the link is off, nor by hiding everything', async () => {
  const { id, session } = await aShownCredential('Halima of Bida');
  const { browser, code } = await aPartner(id);
  const { ids } = await questionsUnder(session, code);
  await session.post(`/me/confirm/${ids[0]}`);
  expect(await textOf(browser, id)).toContain(CONFIRMED);

  await session.post('/me/hide');

  expect(await textOf(browser, id)).not.toContain(CONFIRMED);
});

test('a learner record is confirmed like a certificate', async () => {
  const { session, credentials } = await aHolder(laurel, 'Halima of Minna', [
    { disclosure: 'none' },
    { disclosure: 'none' },
  ]);
  const record = await makeRecord(session, credentials);
  await session.post(`/me/record/${record}/link`, { link: 'on' });
  const { browser, code } = await aPartner(record);

  const { page, ids } = await questionsUnder(session, code);
  await session.post(`/me/confirm/${ids[0]}`);

  expect(page).toContain('A record of several certificates');
  expect(await textOf(browser, record)).toContain(CONFIRMED);
});

test('an answer counts once, and another question asks anew', async () => {
  const { id, session } = await aShownCredential('Halima of Lafia');
  const { browser, code } = await aPartner(id);
  const { ids } = await questionsUnder(session, code);

  const answers = await Promise.all(
    [1, 2].map(() => session.post(`/me/confirm/${ids[0]}`, {}, JSON_ACCEPT)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);

  await browser.post(`/confirm/${id}`);
  const fresh = codeIn(await textOf(browser, id));
  expect(fresh).not.toBe(code);
  expect(await rows(`credential_id = '${id}'`)).toBe(1);
});

test.each([
  ['x'.repeat(81), 'at most 80'],
  ['Radio \u202EotokoS', 'nobody sees'],
  ['a\u0000b', 'nobody sees'],
])('who asks as %j is told what is wrong, and keeps what they typed', async (askedBy, sentence) => {
  const browser = browserSession(laurel);

  const answer = await browser.post(`/confirm/${'y'.repeat(17)}`, { asked_by: askedBy });

  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(sentence);
  expect(await rows(`credential_id = '${'y'.repeat(17)}'`)).toBe(0);
});

test('what a partner writes is shown as text, and never as markup', async () => {
  const { id, session } = await aShownCredential('Halima of Keffi');
  const { code } = await aPartner(id, '<img src=x onerror=alert(1)> & co');

  const { page } = await questionsUnder(session, code);

  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; co');
});

test('asking a thousand times is stopped, for one certificate alone', async () => {
  const id = 'w'.repeat(17);
  const browser = browserSession(laurel);
  const statuses = new Set<number>();
  for (let times = 0; times < 61; times += 1) {
    statuses.add((await browser.post(`/confirm/${id}`)).status);
  }

  expect([...statuses]).toEqual([303, 429]);
  expect((await browser.post(`/confirm/${'v'.repeat(17)}`)).status).toBe(303);
});

test('GET changes nothing, another site’s form is refused, and what is no id is not there', async () => {
  const id = 'u'.repeat(17);
  const browser = browserSession(laurel);
  await browser.get(`/confirm/${id}`);
  const foreign = await browser.post(
    `/confirm/${id}`,
    {},
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  );

  expect(foreign.status).toBe(403);
  expect(await rows(`credential_id = '${id}'`)).toBe(0);
  for (const strange of ['a', 'x'.repeat(500), '..%2fme', 'O0Il'.repeat(5)]) {
    expect((await browser.get(`/confirm/${strange}`)).status).toBe(404);
  }
  expect((await browser.get(`/confirm/${id}`)).headers.get('cache-control')).toBe(
    'private, no-store',
  );
});

test('codes and answers are good for ten minutes, and then forgotten', async () => {
  const { id, session } = await aShownCredential('Halima of Jalingo');
  const { browser, code } = await aPartner(id);
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const age = () =>
    store
      .prepare(
        'update confirmations set ends_at_seconds = ends_at_seconds - 600 where credential_id = ?',
      )
      .bind(id)
      .run();
  await age();

  await expectProblem(await session.post('/me/confirm', { code }, JSON_ACCEPT), {
    reason: 'confirmation_unknown',
  });
  expect(await textOf(browser, id)).toContain('Show me a code');
  await laurel.runtime.tick();
  expect(await rows(`credential_id = '${id}'`)).toBe(0);

  await browser.post(`/confirm/${id}`);
  const { ids } = await questionsUnder(session, codeIn(await textOf(browser, id)));
  await session.post(`/me/confirm/${ids[0]}`);
  await age();
  expect(await textOf(browser, id)).not.toContain(CONFIRMED);
});

test('somebody without a certificate has no field for codes; the page of a certificate leads to asking', async () => {
  const { id, session } = await aShownCredential('Halima of Yola');
  const nobody = browserSession(laurel);
  await logIn(nobody, 'Somebody With Nothing At All');

  expect(await (await nobody.get('/me')).text()).not.toContain('/me/confirm');
  expect(await (await session.get('/me')).text()).toContain('action="/me/confirm');
  expect(await (await nobody.get(`/c/${id}`)).text()).toContain(`/confirm/${id}`);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { aNomination, nominated, passDays, storedNomination } from '../support/nominating.ts';
import { signedIn } from '../support/stored-sessions.ts';

let laurel: Laurel;
let nominator: BrowserSession;
let reviewer: BrowserSession;
let second: BrowserSession;
let queue: string;
beforeAll(async () => {
  laurel = await startLaurel();
  nominator = await signedIn(laurel, 'Nomvula of eThekwini');
  reviewer = await aMember(laurel, 'Reviewer of the Group', ['reviewer']);
  second = await aMember(laurel, 'Another Reviewer', ['reviewer']);
  queue = `/desk/issuers/${laurel.issuer}/nominations`;
});
afterAll(() => laurel.stop());

async function store() {
  return laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
}

async function awardsOf(username: string) {
  const { results } = await (await store())
    .prepare('select state, awarded_by, evidence, period_start from awards where account_id = ?')
    .bind(accountIdOf(username))
    .all();
  return results;
}

async function batches(): Promise<number> {
  const count = await (await store())
    .prepare('select count(*) as count from batches')
    .first<number>('count');
  return count ?? 0;
}

async function settledBatch(batch: string): Promise<string> {
  for (;;) {
    const page = await (await reviewer.get(batch)).text();
    if (!page.includes('<progress')) return page;
  }
}

describe('awarding a nomination', () => {
  test('offers the award to the account that was nominated, and nothing is public', async () => {
    const id = await nominated(laurel, nominator, aNomination('गीता of Pune'));
    const answer = await reviewer.post(`${queue}/${id}/award`, {
      start: '2026-01-10',
      end: '',
      language: 'en',
      url: 'https://meta.wikimedia.org/wiki/Archive',
    });
    expect(answer.status).toBe(303);
    const batch = answer.headers.get('location') ?? '';
    expect(batch).toContain('/batches/');
    expect(await settledBatch(batch)).toContain('Nomination');
    expect(await awardsOf('गीता of Pune')).toEqual([
      {
        state: 'offered',
        awarded_by: accountIdOf('Reviewer of the Group'),
        evidence: JSON.stringify([
          { class: 'attestation', url: 'https://meta.wikimedia.org/wiki/Archive' },
        ]),
        period_start: '2026-01-10',
      },
    ]);
    expect(await storedNomination(laurel, id)).toMatchObject({
      state: 'awarded',
      batch_id: batch.split('/').at(-1),
    });
    expect(await (await nominator.get('/desk/nominations')).text()).toContain(
      'A reviewer agreed, and made an offer',
    );
    const again = await reviewer.post(`${queue}/${id}/award`, {});
    expect(again.headers.get('location')).toBe(batch);
    expect(await awardsOf('गीता of Pune')).toHaveLength(1);
  });

  test('of a role asks for its term, and keeps what was typed', async () => {
    const fields = aNomination('Role of Rivers', { achievement: 'role-mentor' });
    const id = await nominated(laurel, nominator, fields);
    const missing = await reviewer.post(`${queue}/${id}/award`, {
      start: '',
      end: '',
      language: 'en',
      url: 'https://kept.example/',
    });
    const page = await missing.text();
    expect(missing.status).toBe(422);
    expect(page).toContain('href="#field-start"');
    expect(page).toContain('value="https://kept.example/"');
    const wrong = await reviewer.post(`${queue}/${id}/award`, {
      start: '2026-03-01',
      end: '2026-02-01',
    });
    expect(await wrong.text()).toContain('href="#field-end"');
    const term = { start: '2026-01-01', end: '2026-12-31', language: 'en', url: '' };
    expect((await reviewer.post(`${queue}/${id}/award`, term)).status).toBe(303);
  });

  test('ends what others say of the same, with one award', async () => {
    const voices = ['Voice One', 'Voice Two', 'Voice Three'];
    const ids: string[] = [];
    for (const voice of voices) {
      const session = await signedIn(laurel, voice);
      ids.push(await nominated(laurel, session, aNomination('Joined of Jos')));
    }
    expect(await (await reviewer.get(queue)).text()).toContain('3 people say so');
    expect((await reviewer.post(`${queue}/${ids[1]}/award`, {})).status).toBe(303);
    for (const id of ids) {
      expect(await storedNomination(laurel, id)).toMatchObject({ state: 'awarded' });
    }
    expect((await second.post(`${queue}/${ids[0]}/award`, {})).status).toBe(409);
  });

  test('is refused to whoever nominated, also among others, by pages and by the API', async () => {
    const own = await nominated(laurel, reviewer, aNomination('Friend of Reviewer'));
    const others = await nominated(laurel, nominator, aNomination('Friend of Reviewer'));
    const path = `/api/v1/issuers/${laurel.issuer}/nominations`;
    const before = await batches();
    const made = await laurel.stewardship.makeToken(
      laurel.issuer,
      accountIdOf('Reviewer of the Group'),
      ['nominations:review'],
      Math.floor(Date.now() / 1000) + 600,
    );
    for (const id of [own, others]) {
      const page = await (await reviewer.get(`${queue}/${id}`)).text();
      expect(page).toContain('Another reviewer has to answer it');
      expect(page).not.toContain(`${id}/award`);
      expect((await reviewer.post(`${queue}/${id}/award`, {})).status).toBe(403);
      expect((await reviewer.post(`${queue}/${id}/decline`, { words: 'thanks' })).status).toBe(403);
      for (const act of ['award', 'decline']) {
        const byToken = await fetch(`${laurel.url}${path}/${id}/${act}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${made}`, 'content-type': 'application/json' },
          body: JSON.stringify(act === 'award' ? {} : { answer: 'Thank you, but no.' }),
        });
        expect(byToken.status).toBe(403);
        expect(await byToken.text()).toContain('nomination_needs_another');
      }
    }
    expect(await batches()).toBe(before);
    expect((await second.post(`${queue}/${own}/award`, {})).status).toBe(303);
  });

  test('is refused where it would come to nothing, and the nomination waits on', async () => {
    const id = await nominated(laurel, nominator, aNomination('Has It Already'));
    const change = { achievement: 'newcomer-support', period: undefined, hours: undefined };
    await anOffer(laurel, 'Has It Already', change);
    const before = await batches();

    const repeated = await reviewer.post(`${queue}/${id}/award`, {
      language: 'en',
      url: 'https://kept.example/',
    });

    expect(repeated.status).toBe(409);
    const page = await repeated.text();
    expect(page).toContain('This person has it for these days already');
    expect(page).toContain('value="https://kept.example/"');
    const gone = await nominated(laurel, nominator, aNomination('Gone Since'));
    await (await store())
      .prepare('update nominations set nominee = ? where id = ?')
      .bind(accountIdOf('Locked Since'), gone)
      .run();
    const locked = await reviewer.post(`${queue}/${gone}/award`, {});
    expect(locked.status).toBe(409);
    expect(await locked.text()).toContain('This account cannot be reached');
    expect(await batches()).toBe(before);
    for (const one of [id, gone]) {
      expect(await storedNomination(laurel, one)).toMatchObject({ state: 'waiting' });
    }

    const otherDays = { start: '2026-05-01', end: '2026-05-02', language: 'en' };
    expect((await reviewer.post(`${queue}/${id}/award`, otherDays)).status).toBe(303);
  });

  test('by two at once, or while another declines, is done once, and the others are told', async () => {
    const third = await aMember(laurel, 'Third Reviewer', ['reviewer']);
    for (const round of [1, 2, 3, 4]) {
      const name = `Contested ${round}`;
      const id = await nominated(laurel, nominator, aNomination(name));
      const before = await batches();
      const answers = await Promise.all([
        reviewer.post(`${queue}/${id}/award`, {}),
        second.post(`${queue}/${id}/award`, {}),
        third.post(`${queue}/${id}/decline`, { words: 'thanks' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
      const stored = await storedNomination(laurel, id);
      const awarded = stored?.state === 'awarded';
      expect(await batches()).toBe(before + (awarded ? 1 : 0));
      expect(stored?.batch_id === null).toBe(!awarded);
    }
  });
});

describe('declining a nomination', () => {
  test('gives the kind words to each nominator, in their language, and nothing to anybody else', async () => {
    const arabic = await signedIn(laurel, 'عليّ of Alexandria');
    const fields = aNomination('Declined of Dutse');
    const checked = await arabic.post(`/desk/nominate/${laurel.issuer}?uselang=ar`, fields);
    const account = /name="account" value="(\d+)"/.exec(await checked.text())?.[1] ?? '';
    const sent = { ...fields, account, act: 'send' };
    expect((await arabic.post(`/desk/nominate/${laurel.issuer}?uselang=ar`, sent)).status).toBe(
      303,
    );
    const id = await nominated(laurel, nominator, fields);
    const declined = await reviewer.post(`${queue}/${id}/decline`, { words: 'elsewhere' });
    expect(declined.headers.get('location')).toBe(`${queue}?done=declined`);

    const told = [
      { session: arabic, words: 'شكرًا لإخبارنا' },
      { session: nominator, words: 'Thank you for telling us' },
    ];
    for (const { session, words } of told) {
      const own = await (await session.get('/desk/nominations')).text();
      expect(own).toContain('Not this time');
      expect(own).toContain(words);
      expect(own).not.toContain('Reviewer of the Group');
    }
    const nominee = await signedIn(laurel, 'Declined of Dutse');
    for (const path of ['/me', '/desk', '/desk/nominations', '/desk/nominate']) {
      expect(await (await nominee.get(path)).text()).not.toContain('عليّ of Alexandria');
    }
    expect(await awardsOf('Declined of Dutse')).toEqual([]);
    expect(await (await reviewer.get(queue)).text()).not.toContain('Declined of Dutse');
  });

  test('takes own words before suggested ones, and none that are too few', async () => {
    const id = await nominated(laurel, nominator, aNomination('Worded of Warri'));
    const short = await reviewer.post(`${queue}/${id}/decline`, { words: 'thanks', answer: 'No.' });
    expect(short.status).toBe(422);
    expect(await short.text()).toContain('href="#field-answer"');
    const own = { words: 'thanks', answer: 'We <3 this, and will come back to it in May.' };
    expect((await reviewer.post(`${queue}/${id}/decline`, own)).status).toBe(303);
    const page = await (await nominator.get('/desk/nominations')).text();
    expect(page).toContain('We &lt;3 this, and will come back to it in May.');
    const trail = await aMember(laurel, 'Admin of the Trail', ['admin']);
    const audit = await (await trail.get(`/desk/issuers/${laurel.issuer}/audit`)).text();
    expect(audit).toContain('Declined a nomination');
    expect(audit).not.toContain('Worded of Warri');
  });
});

test('a nomination that nobody answers lapses after 180 days, and what it said is erased', async () => {
  const id = await nominated(laurel, nominator, aNomination('Waiting of Wukari'));
  await passDays(laurel, 179);
  await laurel.runtime.tick();
  expect(await storedNomination(laurel, id)).toMatchObject({ state: 'waiting' });
  await passDays(laurel, 1);
  expect((await reviewer.get(`${queue}/${id}`)).status).toBe(409);
  expect((await reviewer.post(`${queue}/${id}/award`, {})).status).toBe(409);
  await laurel.runtime.tick();
  expect(await storedNomination(laurel, id)).toMatchObject({
    state: 'lapsed',
    nominee: '',
    story: '',
  });
  const own = await (await nominator.get('/desk/nominations')).text();
  expect(own).toContain('Nobody answered in time');
  expect(own).not.toContain('Waiting of Wukari');
});

test('the story of an answered nomination is erased after a month, and all of it after a year', async () => {
  const id = await nominated(laurel, nominator, aNomination('Answered of Akure'));
  await reviewer.post(`${queue}/${id}/decline`, { words: 'thanks' });
  await passDays(laurel, 29);
  await laurel.runtime.tick();
  expect(await storedNomination(laurel, id)).toMatchObject({
    nominee: accountIdOf('Answered of Akure'),
  });
  await passDays(laurel, 1);
  await laurel.runtime.tick();
  expect(await storedNomination(laurel, id)).toMatchObject({
    state: 'declined',
    nominee: '',
    story: '',
    evidence: '{"class":"on-wiki-page"}',
  });
  await passDays(laurel, 335);
  await laurel.runtime.tick();
  expect(await storedNomination(laurel, id)).toBeNull();
});

describe('by the API', () => {
  const JSON_BODY = { 'content-type': 'application/json' };
  const cookiesOf = ({ cookies }: BrowserSession) => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  });
  const call = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
    fetch(`${laurel.url}/api/v1${path}`, {
      method,
      headers: { ...headers, ...JSON_BODY },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const request = (username: string, change: Readonly<Record<string, unknown>> = {}) => ({
    issuer: laurel.issuer,
    achievement: 'newcomer-support',
    username,
    story: 'Answered every question of newcomers at the help desk for a year.',
    evidence: { class: 'on-wiki-page' },
    ...change,
  });
  const Made = z.object({ nomination: z.string(), username: z.string() });
  const Listed = z.object({ nominations: z.array(z.looseObject({ nomination: z.string() })) });

  test('one nominates, looks and takes back by session', async () => {
    const own = cookiesOf(nominator);
    const made = await call('POST', '/nominations', own, request('user:Api_of Aba'));
    expect(made.status).toBe(201);
    const { nomination, username } = Made.parse(await made.json());
    expect(username).toBe('Api of Aba');
    expect((await call('POST', '/nominations', own, request('Api of Aba'))).status).toBe(409);
    const listed = Listed.parse(await (await call('GET', '/nominations', own)).json());
    expect(listed.nominations).toContainEqual(
      expect.objectContaining({ nomination, state: 'waiting', username: 'Api of Aba' }),
    );
    const others = await call('DELETE', `/nominations/${nomination}`, cookiesOf(second));
    expect(others.status).toBe(404);
    expect((await call('DELETE', `/nominations/${nomination}`, own)).status).toBe(204);
    const crossSite = { ...own, 'sec-fetch-site': 'cross-site' };
    expect((await call('POST', '/nominations', crossSite, request('Api of Aba'))).status).toBe(403);
    const token = { authorization: `Bearer ${laurel.token}` };
    expect((await call('POST', '/nominations', token, request('Api of Aba'))).status).toBe(401);
  });

  test.each([
    ['/issuer', { issuer: 'test' }, 422],
    ['/issuer', { issuer: 'no-such-group' }, 422],
    ['/achievement', { achievement: 'training-mentor' }, 422],
    ['/story', { story: 'short' }, 422],
    ['/evidence/url', { evidence: { class: 'on-wiki-page', url: 'http://x.example' } }, 422],
    ['account_unknown', { username: 'Nobody at All' }, 422],
    ['self_nomination', { username: 'Nomvula of eThekwini' }, 422],
    ['achievement_unknown', { achievement: 'made-up' }, 422],
  ] as const)('what is wrong is refused at %s', async (said, change, status) => {
    const answer = await call('POST', '/nominations', cookiesOf(nominator), request('X Y', change));
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(said);
  });

  test('a reviewer reads the queue, awards and declines by session or token, and others do not', async () => {
    const path = `/issuers/${laurel.issuer}/nominations`;
    const own = cookiesOf(nominator);
    const [one, two] = await Promise.all(
      ['Queue of Kaduna', 'Queue of Katsina'].map(async (name) => {
        const made = await call('POST', '/nominations', own, request(name));
        return Made.parse(await made.json()).nomination;
      }),
    );
    const token = await laurel.stewardship.makeToken(
      laurel.issuer,
      accountIdOf('Another Reviewer'),
      ['nominations:review'],
      Math.floor(Date.now() / 1000) + 600,
    );
    const bearer = { authorization: `Bearer ${token}` };
    const listed = Listed.parse(await (await call('GET', path, bearer)).json());
    expect(listed.nominations.map(({ nomination }) => nomination)).toEqual(
      expect.arrayContaining([one, two]),
    );
    const read = await (await call('GET', `${path}/${one}`, bearer)).json();
    expect(read).toMatchObject({
      username: 'Queue of Kaduna',
      isOwn: false,
      stories: [{ nominator: 'Nomvula of eThekwini' }],
      recognised: [],
    });
    const without = { authorization: `Bearer ${laurel.token}` };
    expect((await call('GET', path, without)).status).toBe(403);
    expect((await call('GET', path, own)).status).toBe(404);

    const awarded = await call('POST', `${path}/${one}/award`, bearer, {});
    expect(awarded.status).toBe(202);
    const answer = { answer: 'Thank you, not this time.' };
    expect((await call('POST', `${path}/${two}/decline`, cookiesOf(reviewer), answer)).status).toBe(
      204,
    );
    expect((await call('POST', `${path}/${two}/award`, bearer, {})).status).toBe(409);
    expect((await call('POST', `${path}/unknown/award`, bearer, {})).status).toBe(404);
  });
});

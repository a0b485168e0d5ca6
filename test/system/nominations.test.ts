import { CATALOGUE } from '@laurel/catalogue/catalogue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { endWindows } from '../support/limits.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import {
  aNomination,
  nominateBy,
  nominated,
  passDays,
  storedNomination,
} from '../support/nominating.ts';
import { signedIn } from '../support/stored-sessions.ts';

let laurel: Laurel;
let nominator: BrowserSession;
let reviewer: BrowserSession;
let queue: string;
beforeAll(async () => {
  laurel = await startLaurel();
  nominator = await signedIn(laurel, 'Nomvula of eThekwini');
  reviewer = await aMember(laurel, 'Reviewer of the Group', ['reviewer']);
  queue = `/desk/issuers/${laurel.issuer}/nominations`;
});
afterAll(() => laurel.stop());

const textOf = (answer: Response) => answer.text();

describe('nominating', () => {
  test('begins with a group, found by a part of its name in any script, and offers no training', async () => {
    const found = await textOf(await nominator.get('/desk/nominate?sought=المستخدمين'));
    expect(found).toContain(`href="/desk/nominate/${laurel.issuer}"`);
    const none = await textOf(await nominator.get('/desk/nominate?sought=zzzz'));
    expect(none).not.toContain(`href="/desk/nominate/${laurel.issuer}"`);
    const form = await textOf(await nominator.get(`/desk/nominate/${laurel.issuer}`));
    expect(form).toContain('value="newcomer-support"');
    expect(form).toContain('value="role-mentor"');
    expect(form).not.toContain('value="training-mentor"');
    expect((await nominator.get('/desk/nominate/test')).status).toBe(404);
  });

  test('shows the account that is meant, with home wiki and registration, before anything is sent', async () => {
    const fields = aNomination('user:Ọmọlará_of_Ìbàdàn');
    const checked = await nominator.post(`/desk/nominate/${laurel.issuer}`, fields);
    const page = await textOf(checked);
    expect(checked.status).toBe(200);
    expect(page).toContain('Ọmọlará of Ìbàdàn');
    expect(page).toMatch(/[a-z]+wiki · /);
    expect(await textOf(await nominator.get('/desk/nominations'))).not.toContain('Ọmọlará');

    const id = await nominated(laurel, nominator, fields);

    expect(await storedNomination(laurel, id)).toMatchObject({
      nominee: accountIdOf('Ọmọlará of Ìbàdàn'),
      state: 'waiting',
    });
    const changed = await nominator.post(`/desk/nominate/${laurel.issuer}`, {
      ...fields,
      act: 'change',
    });
    expect(await textOf(changed)).toContain('value="user:Ọmọlará_of_Ìbàdàn"');
  });

  test('offers accounts with names like one that is nobody’s, and takes the one that is chosen', async () => {
    await nominateBy(nominator, laurel.issuer, aNomination('Nobodi of Accra'));
    const fields = aNomination('Nobody of Accra');
    const missing = await nominator.post(`/desk/nominate/${laurel.issuer}`, fields);
    expect(missing.status).toBe(422);
    expect(await textOf(missing)).toContain('name="near" value="Nobodi of Accra"');
    const chosen = { ...fields, near: 'Nobodi of Accra' };
    const checked = await textOf(await nominator.post(`/desk/nominate/${laurel.issuer}`, chosen));
    expect(checked).toContain('Is this the person?');
    expect(checked).toContain('name="username" value="Nobodi of Accra"');
  });

  test('an account that was not compared is not taken, whoever bears the name', async () => {
    const sent = await nominator.post(`/desk/nominate/${laurel.issuer}`, {
      ...aNomination('Somebody Else'),
      account: accountIdOf('Ọmọlará of Ìbàdàn'),
      act: 'send',
    });
    expect(sent.status).toBe(200);
    expect(await textOf(sent)).toContain('Is this the person?');
  });

  test.each([
    ['username', { username: 'Nobody at All' }],
    ['username', { username: 'Locked of Lagos' }],
    ['username', { username: 'someone@example.org' }],
    ['achievement', { achievement: 'training-mentor' }],
    ['achievement', { achievement: 'made-up' }],
    ['story', { story: 'Too short.' }],
    ['story', { story: 'x'.repeat(2_001) }],
    ['story', { story: '\u202e\u0007 \n\n\n\n'.repeat(20) }],
    ['evidence', { evidence: 'hearsay' }],
    ['url', { url: 'http://plain.example/' }],
    ['url', { url: 'javascript:alert(1)' }],
    ['url', { url: 'https://user:secret@example.org/' }],
  ])('with a wrong %s keeps what was typed and says where (%o)', async (field, change) => {
    const fields = aNomination('Ikenna of Asaba', change);
    const refused = await nominateBy(nominator, laurel.issuer, fields);
    const page = await textOf(refused);
    expect(refused.status).toBe(422);
    expect(page).toContain(`href="#field-${field}"`);
    if (field !== 'username') expect(page).toContain('value="Ikenna of Asaba"');
    if (field !== 'story') expect(page).toContain('kept the archive of our group');
  });

  test('of oneself is refused, and so is the same again while the first waits', async () => {
    const self = await nominateBy(nominator, laurel.issuer, aNomination('Nomvula of eThekwini'));
    expect(self.status).toBe(422);
    expect(await textOf(self)).toContain('You cannot nominate yourself');
    await nominated(laurel, nominator, aNomination('Ikenna of Awka'));
    const both = await Promise.all(
      ['Ikenna of Awka', 'Ikenna of Awka'].map((name) =>
        nominateBy(nominator, laurel.issuer, aNomination(name)),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual([409, 409]);
    const sentAtOnce = await Promise.all(
      [1, 2, 3].map(() => nominateBy(nominator, laurel.issuer, aNomination('Ikenna of Nnewi'))),
    );
    expect(sentAtOnce.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    await nominated(
      laurel,
      nominator,
      aNomination('Ikenna of Awka', { achievement: 'resource-translator' }),
    );
  });

  test('is bounded: twenty of one account wait at most, and twenty are sent in a day at most', async () => {
    const eager = await signedIn(laurel, 'Eager of Enugu');
    const first = await nominated(laurel, eager, aNomination('Person 0'));
    for (let at = 1; at < 20; at += 1) {
      expect((await nominateBy(eager, laurel.issuer, aNomination(`Person ${at}`))).status).toBe(
        303,
      );
    }
    const many = await nominateBy(eager, laurel.issuer, aNomination('Person 20'));
    expect(many.status).toBe(429);
    expect(many.headers.get('ratelimit')).toContain('"nominations";r=0;');
    expect(await textOf(many)).toContain('value="Person 20"');
    await endWindows(laurel);
    const waiting = await nominateBy(eager, laurel.issuer, aNomination('Person 20'));
    expect(waiting.status).toBe(409);
    await eager.post(`/desk/nominations/${first}/withdraw`);
    expect((await nominateBy(eager, laurel.issuer, aNomination('Person 20'))).status).toBe(303);
  });

  test('can be taken back while it waits, by its nominator alone, which erases what it said', async () => {
    const id = await nominated(laurel, nominator, aNomination('Ikenna of Ọ̀fà'));
    const stranger = await signedIn(laurel, 'Stranger at the Door');
    expect((await stranger.post(`/desk/nominations/${id}/withdraw`)).status).toBe(404);
    expect((await nominator.post(`/desk/nominations/${id}/withdraw`)).status).toBe(303);
    expect(await storedNomination(laurel, id)).toMatchObject({
      nominee: '',
      story: '',
      evidence: '{"class":"on-wiki-page"}',
      state: 'withdrawn',
    });
    const own = await textOf(await nominator.get('/desk/nominations'));
    expect(own).toContain('You took it back');
    expect(own).not.toContain('Ikenna of Ọ̀fà');
    expect((await reviewer.get(`${queue}/${id}`)).status).toBe(409);
  });

  test('markup in a story stays text, and its link opens another site without telling ours', async () => {
    const id = await nominated(
      laurel,
      nominator,
      aNomination('Markup of Minna', {
        story: 'She wrote <script>alert(1)</script> guides.\r\n\r\nFor months. \u202etxt',
      }),
    );
    const page = await textOf(await reviewer.get(`${queue}/${id}`));
    expect(page).toContain(
      'She wrote &lt;script&gt;alert(1)&lt;/script&gt; guides.\n\nFor months. txt',
    );
    expect(page).toMatch(/rel="noopener noreferrer nofollow"[^>]*>meta\.wikimedia\.org</);
  });
});

describe('the queue', () => {
  test('has the oldest first, joins the same, and says in words who waited long', async () => {
    const group = await anotherIssuerWithAchievements('queue-group', 'Head of Queue');
    const path = '/desk/issuers/queue-group/nominations';
    await nominated(laurel, nominator, aNomination('Old of Oyo'), 'queue-group');
    await passDays(laurel, 17);
    await nominated(laurel, nominator, aNomination('Middle of Minna'), 'queue-group');
    await passDays(laurel, 15);
    const second = await signedIn(laurel, 'Second Voice');
    await nominated(laurel, second, aNomination('Old of Oyo'), 'queue-group');
    await nominated(laurel, nominator, aNomination('New of Nok'), 'queue-group');

    const page = await textOf(await group.get(path));

    const places = ['Old of Oyo', 'Middle of Minna', 'New of Nok'].map((name) =>
      page.indexOf(`>${name}<`),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(page).toContain('2 people say so');
    expect(page.match(/Waiting for more than a month/g)).toHaveLength(1);
    expect(page.match(/Waiting for more than two weeks/g)).toHaveLength(1);
    expect(page).toContain('3 nominations wait');
    const [, id] = new RegExp(`${path}/(\\w+)`).exec(page) ?? [];
    const one = await textOf(await group.get(`${path}/${id}`));
    expect(one).toContain('Nomvula of eThekwini');
    expect(one).toContain('Second Voice');
  });

  test('comes in pages, for people as for programs', async () => {
    const reader = await anotherIssuerWithAchievements('long-queue', 'Head of Long Queue');
    const voices = await Promise.all(
      ['Voice A', 'Voice B', 'Voice C'].map((name) => signedIn(laurel, name)),
    );
    for (let at = 0; at < 51; at += 1) {
      const voice = voices[at % voices.length] ?? nominator;
      const sent = await nominateBy(voice, 'long-queue', aNomination(`Person number ${at}`));
      expect(sent.status).toBe(303);
    }
    const path = '/desk/issuers/long-queue/nominations';
    const entries = async (page: number) =>
      (await textOf(await reader.get(`${path}?page=${page}`))).match(/>Person number \d+</g) ?? [];
    expect((await entries(1)).length).toBe(50);
    expect((await entries(2)).length).toBe(1);
    expect(new Set([...(await entries(1)), ...(await entries(2))]).size).toBe(51);
    const told = await reader.get('/api/v1/issuers/long-queue/nominations?page=2');
    expect(await told.json()).toMatchObject({ page: 2, pages: 2, total: 51 });
  });

  test('is for reviewers: not for other members, other groups or strangers', async () => {
    const id = await nominated(laurel, nominator, aNomination('Guarded of Gombe'));
    const admin = await aMember(laurel, 'Admin alone', ['admin', 'awarder']);
    expect((await admin.get(queue)).status).toBe(403);
    expect((await admin.post(`${queue}/${id}/decline`, { words: 'thanks' })).status).toBe(403);
    const elsewhere = await anotherIssuerWithAchievements('elsewhere', 'Member Elsewhere');
    expect((await elsewhere.get(`${queue}/${id}`)).status).toBe(404);
    const across = `/desk/issuers/elsewhere/nominations/${id}`;
    expect((await elsewhere.get(across)).status).toBe(404);
    expect((await elsewhere.post(`${across}/decline`, { words: 'thanks' })).status).toBe(404);
    expect((await elsewhere.post(`${across}/award`)).status).toBe(404);
    expect(await storedNomination(laurel, id)).toMatchObject({ state: 'waiting' });
  });

  test('shows nobody a nomination about themselves', async () => {
    const nominee = await aMember(laurel, 'Reviewer and Nominee', ['reviewer']);
    const id = await nominated(laurel, nominator, aNomination('Reviewer and Nominee'));
    expect(await textOf(await nominee.get(queue))).not.toContain(id);
    expect((await nominee.get(`${queue}/${id}`)).status).toBe(404);
    expect((await nominee.post(`${queue}/${id}/award`)).status).toBe(404);
    expect((await nominee.post(`${queue}/${id}/decline`, { words: 'thanks' })).status).toBe(404);
    expect(await textOf(await reviewer.get(queue))).toContain(id);
    expect(await storedNomination(laurel, id)).toMatchObject({ state: 'waiting' });
  });

  test('tells what the person was recognised for already', async () => {
    await anOffer(laurel, 'Known of Kano', { achievement: 'newcomer-support' });
    const id = await nominated(laurel, nominator, aNomination('Known of Kano'));
    const page = await textOf(await reviewer.get(`${queue}/${id}`));
    expect(page).toContain('Already recognised for this');
  });
});

/** A group of its own, whose member has every grant and which can award. */
async function anotherIssuerWithAchievements(slug: string, username: string) {
  const member = await anotherIssuer(laurel, slug, username);
  await laurel.stewardship.putAchievements(
    slug,
    CATALOGUE.achievements.map(({ themes, skillIds, sourceLines, ...achievement }) => achievement),
  );
  return member;
}

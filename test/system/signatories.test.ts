import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { auditedActs, privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';
import {
  aSigningGroup,
  callSignedIn,
  namesSeenBy,
  ownSignatory,
  sendOffer,
  signatoriesPath,
  signs,
} from '../support/signing.ts';
import { signedIn } from '../support/stored-sessions.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const names = (session: BrowserSession, issuer: string) => namesSeenBy(laurel, session, issuer);
const group = (issuer: string) => aSigningGroup(laurel, issuer);

describe('offering to sign', () => {
  test('names nobody before an admin decides, and other members see nothing of it', async () => {
    const { issuer, admin, member } = await group('offers');
    const [ola, other] = [await member('Ola of Offers'), await member('Other of Offers')];

    const sent = await sendOffer(ola, issuer, { yo: ['Ọláńrewájú  Adéṣínà', 'Alága'] });

    expect(sent.status).toBe(303);
    expect(await names(ola, issuer)).toEqual([['Ọláńrewájú Adéṣínà', false]]);
    expect(await names(admin, issuer)).toEqual([['Ọláńrewájú Adéṣínà', false]]);
    expect(await names(other, issuer)).toEqual([]);
    expect(await (await other.get(signatoriesPath(issuer))).text()).not.toContain('Adéṣínà');
  });

  test('is for oneself: a token cannot, whoever made it, and nobody can for another', async () => {
    const { issuer, admin } = await group('themselves');
    const token = await laurel.stewardship.makeToken(
      issuer,
      accountIdOf(`Admin of ${issuer}`),
      ['awards:read', 'issuer:write'],
      Math.floor(Date.now() / 1000) + 3600,
    );
    const offer = { names: { en: 'Ada' }, agree: true };
    const address = `${laurel.url}/api/v1/issuers/${issuer}/signatories/own`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

    for (const method of ['PUT', 'DELETE']) {
      const answer = await fetch(address, { method, headers, body: JSON.stringify(offer) });
      await expectProblem(answer, { reason: 'login_required' });
    }

    const path = `/issuers/${issuer}/signatories/own`;
    expect((await callSignedIn(laurel, admin, 'PUT', path, offer)).status).toBe(204);
    expect(await names(admin, issuer)).toEqual([['Ada', false]]);
  });

  test.each([
    ['without consent', { en: ['Ada'] }, {}, 'Tick this'],
    ['without a name', { en: ['', 'Chair'] }, { agree: 'yes' }, 'Give your name'],
    ['with letters that nobody sees', { en: ['Ada\u0007'] }, { agree: 'yes' }, 'with letters'],
    ['that turns its surroundings', { en: ['\u202Eada'] }, { agree: 'yes' }, 'with letters'],
    ['of marks alone', { en: ['\u0301\u0301'] }, { agree: 'yes' }, 'with letters'],
    ['that is too long', { en: ['a'.repeat(81)] }, { agree: 'yes' }, 'with letters'],
    ['whose office is too long', { en: ['Ada', 'a'.repeat(81)] }, { agree: 'yes' }, 'with letters'],
    ['in no language', { '': ['Ada'] }, { agree: 'yes' }, 'Choose the language'],
  ] as const)('is not taken %s, and what was typed is kept', async (_, texts, more, sentence) => {
    const admin = await aMember(laurel, 'Typing Admin', ['admin']);

    const answer = await sendOffer(admin, laurel.issuer, texts, more);

    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(sentence);
    const [name = '', office = ''] = Object.values(texts)[0] ?? [];
    expect(page).toContain(`value="${name}"`);
    expect(page).toContain(`value="${office}"`);
    expect(await names(admin, laurel.issuer)).toEqual([]);
  });

  test('takes another language in a row of its own, without sending anything yet', async () => {
    const admin = await aMember(laurel, 'Typing Admin', ['admin']);

    const page = await (
      await sendOffer(admin, laurel.issuer, { en: ['Ada', 'Chair'] }, { add: 'yes' })
    ).text();

    expect(page).toContain('name="name_2"');
    expect(page).toContain('value="Chair"');
    expect(await names(admin, laurel.issuer)).toEqual([]);
  });

  test('shows what everybody should know before they agree', async () => {
    const admin = await aMember(laurel, 'Typing Admin', ['admin']);

    const page = await (await admin.get(signatoriesPath(laurel.issuer))).text();

    expect(page).toContain('What was signed before stays as it is: nobody can call it back.');
    expect(page).toContain('When your last grant of this group ends, you are taken off');
  });
});

describe('putting on and taking off', () => {
  test('is an admin’s, who may be the same person, and everybody sees who is on', async () => {
    const { issuer, admin, member, post } = await group('on-and-off');
    const rahela = await member('Rahela of On');
    await signs(laurel, { member: admin, admin, issuer }, { en: ['Adaeze Nwankwo', 'Chair'] });
    await sendOffer(rahela, issuer, { bn: ['রাহেলা সুলতানা', 'সম্পাদক'] });
    const id = await ownSignatory(laurel, rahela, issuer);

    expect((await post(rahela, `/${id}/accept`)).status).toBe(403);
    expect((await post(admin, `/${id}/accept`)).status).toBe(303);

    expect(await names(await member('Third of On'), issuer)).toEqual([
      ['Adaeze Nwankwo', true],
      ['রাহেলা সুলতানা', true],
    ]);
    expect((await post(admin, `/${id}/first`)).status).toBe(303);
    expect((await names(rahela, issuer))[0]).toEqual(['রাহেলা সুলতানা', true]);
    expect((await post(admin, `/${id}/end`)).status).toBe(303);
    expect(await names(rahela, issuer)).toEqual([
      ['Adaeze Nwankwo', true],
      ['রাহেলা সুলতানা', false],
    ]);
  });

  test('at most two are on, also where two admins put somebody on at once', async () => {
    const { issuer, admin, member } = await group('at-once');
    const second = await aMember(laurel, 'Second Admin at Once', ['admin'], issuer);
    const people = await Promise.all(
      ['One', 'Two', 'Three'].map((name) => member(`${name} at Once`)),
    );
    for (const [at, session] of people.entries()) {
      await sendOffer(session, issuer, { en: [`Person ${'abc'[at]}`] });
    }
    const ids = await Promise.all(people.map((one) => ownSignatory(laurel, one, issuer)));
    const put = (by: BrowserSession, id: string | undefined) =>
      callSignedIn(laurel, by, 'PUT', `/issuers/${issuer}/signatories/${id}`);
    expect((await put(admin, ids[0])).status).toBe(204);

    const answers = await Promise.all([put(admin, ids[1]), put(second, ids[2])]);

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(await refused?.json()).toMatchObject({
      type: `${laurel.origin}/problems/signatories_full`,
    });
    expect((await names(admin, issuer)).filter(([, on]) => on)).toHaveLength(2);
    const page = await (await admin.get(signatoriesPath(issuer))).text();
    expect(page).toContain('Take one of them off first');
    expect(page).not.toContain('/accept"');
  });

  test('an admin puts on what they have read: who changed it since is another offer', async () => {
    const { issuer, admin, member, post } = await group('read-before');
    const ola = await member('Ola who Changes');
    await sendOffer(ola, issuer, { en: ['Ola', 'Volunteer'] });
    const read = await ownSignatory(laurel, ola, issuer);
    await sendOffer(ola, issuer, { en: ['Ola', 'Director of everything'] });

    const put = await post(admin, `/${read}/accept`);

    expect(put.status).toBe(404);
    expect(await put.text()).toContain('Nobody offers to sign like this any more');
    expect(await names(admin, issuer)).toEqual([['Ola', false]]);
  });

  test('a change takes one off until an admin puts one on again; the same sent twice changes nothing', async () => {
    const { issuer, admin, member } = await group('changes');
    const ola = await member('Ola of Changes');
    const texts = { en: ['Ola', 'Chair'], ha: ['Ola', 'Shugaba'] } as const;
    const id = await signs(laurel, { member: ola, admin, issuer }, texts);

    const again = await sendOffer(ola, issuer, texts);
    const page = await (await ola.get(again.headers.get('location') ?? '')).text();
    expect(page).toContain('New certificates name you.');
    expect(page).not.toContain('An admin decides.');
    expect(await names(admin, issuer)).toEqual([['Ola', true]]);
    expect(await ownSignatory(laurel, ola, issuer)).toBe(id);

    await sendOffer(ola, issuer, { en: ['Ola', 'Queen'] });
    expect(await names(admin, issuer)).toEqual([['Ola', false]]);
  });

  test('one takes oneself off at once, and nothing of what one wrote is left', async () => {
    const { issuer, admin, member, post } = await group('leaves');
    const ola = await member('Ola who Leaves');
    await signs(laurel, { member: ola, admin, issuer }, { en: ['Ola of Leaving', 'Chair'] });

    expect((await post(ola, '/own/withdraw')).status).toBe(303);

    expect(await names(admin, issuer)).toEqual([]);
    const { results } = await (await privateStore(laurel))
      .prepare("select id from signatories where names like '%Ola of Leaving%'")
      .all();
    expect(results).toEqual([]);
    expect((await post(ola, '/own/withdraw')).status).toBe(303);
  });
});

test('the trail tells who did what, by keys and without a name', async () => {
  const { issuer, admin, member, post } = await group('trail');
  const ola = await member('Ola on Trail');
  const id = await signs(laurel, { member: ola, admin, issuer }, { en: ['Name of the Trail'] });
  await post(admin, `/${id}/accept`);
  await post(admin, `/${id}/end`);
  await post(admin, `/${id}/end`);
  await post(ola, '/own/withdraw');
  await post(ola, '/own/withdraw');

  const key = await (await privateStore(laurel))
    .prepare('select key from audit_people where issuer = ? and account_id = ?')
    .bind(issuer, accountIdOf('Ola on Trail'))
    .first<string>('key');
  expect(await auditedActs(laurel, key ?? '')).toEqual([
    'signing_offered',
    'signatory_put_on',
    'signatory_taken_off',
    'signing_withdrawn',
  ]);
  const file = await admin.get(`/desk/issuers/${issuer}/audit/export?format=csv`);
  expect(await file.text()).not.toMatch(/Name of the Trail|Ola on Trail/);
});

test('an offer waits for an admin on the overview, and never for who offered it', async () => {
  const { issuer, admin, member } = await group('waits');
  const ola = await member('Ola who Waits');
  await sendOffer(ola, issuer, { en: ['Ola'] });
  const overview = (session: BrowserSession) =>
    session.get(`/desk/issuers/${issuer}`).then((answer) => answer.text());

  expect(await overview(admin)).toContain('1 person offers to sign certificates');
  expect(await overview(ola)).not.toContain('to sign certificates');
});

test('a signatory of another group is like none', async () => {
  const own = await group('own-one');
  const elsewhere = await group('other-one');
  const ola = await own.member('Ola of Own One');
  await sendOffer(ola, own.issuer, { en: ['Ola'] });
  const id = await ownSignatory(laurel, ola, own.issuer);

  for (const rest of [`/${id}/accept`, `/${id}/end`, `/${id}/first`]) {
    expect((await elsewhere.post(elsewhere.admin, rest)).status).toBe(404);
  }
  expect(await names(own.admin, own.issuer)).toEqual([['Ola', false]]);
  expect(
    await (await signedIn(laurel, 'Stranger to All')).get(signatoriesPath('own-one')),
  ).toHaveProperty('status', 404);
});

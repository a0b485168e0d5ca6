import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf, STEWARD } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { aSigningGroup, namesSeenBy, sendOffer, signs } from '../support/signing.ts';
import { signedIn } from '../support/stored-sessions.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const names = (session: BrowserSession, issuer: string) => namesSeenBy(laurel, session, issuer);
const group = (issuer: string) => aSigningGroup(laurel, issuer);

/** As if all grants that somebody has of an issuer had come to their end. */
const runOut = async (issuer: string, username: string) => {
  const { meta } = await (await privateStore(laurel))
    .prepare('update grants set ends_at_seconds = 1 where issuer = ? and account_id = ?')
    .bind(issuer, accountIdOf(username))
    .run();
  expect(meta.changes).toBeGreaterThan(0);
};

const endGrant = (admin: BrowserSession, issuer: string, username: string) =>
  admin.post(`/desk/issuers/${issuer}/members/grants/end`, {
    account: accountIdOf(username),
    grant: 'awarder',
  });

test('a grant that ends takes its member off, and a new one does not put them on again', async () => {
  const { issuer, admin, member } = await group('grant-ends');
  const ola = await member('Ola whose Grant Ends');
  await signs(laurel, { member: ola, admin, issuer }, { en: ['Ola'] });

  expect((await endGrant(admin, issuer, 'Ola whose Grant Ends')).status).toBe(303);

  expect(await names(admin, issuer)).toEqual([]);
  await member('Ola whose Grant Ends');
  expect(await names(admin, issuer)).toEqual([]);
});

test('of two grants the other one keeps them on', async () => {
  const { issuer, admin, member } = await group('two-grants');
  const ola = await member('Ola of Two Grants');
  await aMember(laurel, 'Ola of Two Grants', ['reviewer'], issuer);
  await signs(laurel, { member: ola, admin, issuer }, { en: ['Ola'] });

  expect((await endGrant(admin, issuer, 'Ola of Two Grants')).status).toBe(303);

  expect(await names(admin, issuer)).toEqual([['Ola', true]]);
});

test('one that runs out does so at that moment, is swept, and is not woken by a new one', async () => {
  const { issuer, admin, member } = await group('runs-out');
  const store = await privateStore(laurel);
  const kept = () =>
    store
      .prepare('select count(*) as count from signatories where issuer = ?')
      .bind(issuer)
      .first('count');
  const give = () =>
    admin.post(`/desk/issuers/${issuer}/members/grants`, {
      username: 'Ola Running Out',
      grant: 'awarder',
      days: '30',
    });
  const [ola, ada] = [await member('Ola Running Out'), await member('Ada Running Out')];
  await signs(laurel, { member: ola, admin, issuer }, { en: ['Ola'] });
  await signs(laurel, { member: ada, admin, issuer }, { en: ['Ada'] });

  await runOut(issuer, 'Ola Running Out');
  expect(await names(admin, issuer)).toEqual([['Ada', true]]);
  expect((await give()).status).toBe(303);
  expect(await names(admin, issuer)).toEqual([['Ada', true]]);
  await runOut(issuer, 'Ada Running Out');
  expect(await kept()).toBe(1);
  await laurel.runtime.tick();
  expect(await kept()).toBe(0);
});

test('who hands everything over does not sign any more, nor does their successor', async () => {
  const { issuer, admin, member } = await group('hands-over');
  const ola = await member('Ola who Hands Over');
  const heir = await member('Heir of Ola');
  await signs(laurel, { member: ola, admin, issuer }, { en: ['Ola'] });

  const handed = await ola.post(`/desk/issuers/${issuer}/members/handover`, {
    successor: 'Heir of Ola',
  });

  expect(handed.status).toBe(303);
  expect(await names(heir, issuer)).toEqual([]);
  await member('Ola who Hands Over');
  expect(await names(heir, issuer)).toEqual([]);
});

test('whom others bring back, as successor or as the new admin, does not sign by that', async () => {
  const { issuer, admin, member } = await group('brought-back');
  const gone = async (username: string) => {
    const session = await member(username);
    await signs(laurel, { member: session, admin, issuer }, { en: [username] });
    await runOut(issuer, username);
  };
  await gone('Back as Successor');
  const giver = await member('Giver of Back');
  const handed = await giver.post(`/desk/issuers/${issuer}/members/handover`, {
    successor: 'Back as Successor',
    account: accountIdOf('Back as Successor'),
  });
  expect(handed.status).toBe(303);
  expect(await names(admin, issuer)).toEqual([]);

  await gone('Back as Admin');
  await runOut(issuer, `Admin of ${issuer}`);
  const steward = await signedIn(laurel, STEWARD);
  const appointed = await steward.post(`/desk/stewards/issuers/${issuer}/grants`, {
    [`username_${issuer}`]: 'Back as Admin',
  });
  expect(appointed.status).toBe(303);
  const back = await signedIn(laurel, 'Back as Admin');
  expect(await names(back, issuer)).toEqual([]);
});

test('an account that Wikimedia hides is not named, and cannot offer it', async () => {
  const { issuer, admin, member } = await group('hidden');
  const ola = await member('Ola soon Hidden');
  await signs(laurel, { member: ola, admin, issuer }, { en: ['Ola'] });
  const hide = await (await privateStore(laurel))
    .prepare('update accounts set username = null where id = ?')
    .bind(accountIdOf('Ola soon Hidden'))
    .run();
  expect(hide.meta.changes).toBe(1);

  expect(await names(admin, issuer)).toEqual([]);
  const again = await sendOffer(ola, issuer, { en: ['Ola again'] });
  expect(again.status).toBe(409);
  expect(await again.text()).toContain('value="Ola again"');
  expect(await names(admin, issuer)).toEqual([]);
});

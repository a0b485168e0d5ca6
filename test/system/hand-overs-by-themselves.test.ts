import { addMonths, dayOf, secondsAt } from '@laurel/core/day';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { callApi, privateStore } from '../support/desk-calls.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { callSignedIn } from '../support/signing.ts';

const ROLE = 'role-liaison';
const THANKED_BY = 'graceful-handover';
const CHOOSER = 'Admin of Garoua';

let laurel: Laurel;
let admin: BrowserSession;
let reviewer: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await aMember(laurel, CHOOSER, ['admin']);
  reviewer = await aMember(laurel, 'Reviewer of Garoua', ['reviewer']);
  const path = `/issuers/${laurel.issuer}/achievements/${ROLE}/leaving`;
  const set = await callSignedIn(laurel, admin, 'PUT', path, {
    thanks: { en: 'Thank you for every letter.' },
    items: [{ en: 'Keys of the room' }],
    offersAward: true,
  });
  expect(set.status).toBe(204);
});
afterAll(() => laurel.stop());

/** Somebody whose term runs, with a hand-over that was begun. */
async function leaving(name: string) {
  const end = addMonths(dayOf(Date.now() / 1000), 6);
  const start = dayOf(secondsAt(addMonths(end, -12)) + 86_400);
  const { award, session } = await anAcceptedAward(laurel, name, {
    achievement: ROLE,
    period: { start, end },
    hours: undefined,
    evidence: [],
  });
  await session.post(`/me/awards/${award}/hand-over`);
  return { award, session };
}

const tickAsHolder = (session: BrowserSession, award: string) =>
  session.post(`/me/awards/${award}/hand-over/items/0`, { done: 'yes' });
const tickAsMember = (award: string) =>
  reviewer.post(`/desk/issuers/${laurel.issuer}/awards/${award}/hand-over/items/0`, {
    done: 'yes',
  });

/** What was offered to somebody for their hand-overs, and by whom. */
async function thanksOf(name: string) {
  await laurel.runtime.tick();
  const { results } = await (await privateStore(laurel))
    .prepare(
      `select awards.state, batches.created_by as by from awards
        join batches on batches.id = awards.batch_id
        where awards.account_id = ? and awards.achievement_slug = ?`,
    )
    .bind(accountIdOf(name), THANKED_BY)
    .all<{ state: string; by: string }>();
  return results;
}

async function thankedOn(award: string): Promise<unknown> {
  const told = await callApi(laurel, 'GET', `/awards/${award}/hand-over`);
  const { thankedOn } = (await told.json()) as { thankedOn: unknown };
  return thankedOn;
}

test.each([
  ['its holder', 'Last of Maroua', 'holder'],
  ['a member', 'First of Maroua', 'member'],
] as const)(
  'where an issuer chose it, the last tick of %s makes the offer by itself, once',
  async (_, name, last) => {
    const { award, session } = await leaving(name);
    const sides = [() => tickAsHolder(session, award), () => tickAsMember(award)];
    for (const tick of last === 'holder' ? sides.reverse() : sides) {
      expect(await thanksOf(name)).toEqual([]);
      expect((await tick()).status).toBe(303);
    }
    expect(await thanksOf(name)).toEqual([{ state: 'offered', by: accountIdOf(CHOOSER) }]);
    expect(await thankedOn(award)).toBe(dayOf(Date.now() / 1000));
    await tickAsHolder(session, award);
    await tickAsMember(award);
    expect(await thanksOf(name)).toHaveLength(1);
  },
);

test('whoever chose it is not thanked in their own name, nor anybody in the name of who could not choose it any more', async () => {
  const own = await leaving(CHOOSER);
  await tickAsMember(own.award);
  expect((await tickAsHolder(own.session, own.award)).status).toBe(303);
  expect(await thanksOf(CHOOSER)).toEqual([]);

  const after = 'Later of Ngaoundéré';
  const { award, session } = await leaving(after);
  await (await privateStore(laurel))
    .prepare('delete from grants where account_id = ?')
    .bind(accountIdOf(CHOOSER))
    .run();
  await tickAsMember(award);
  expect((await tickAsHolder(session, award)).status).toBe(303);
  expect(await thanksOf(after)).toEqual([]);
  expect(await thankedOn(award)).toBeNull();
  const side = `/desk/issuers/${laurel.issuer}/awards/${award}/hand-over`;
  expect((await reviewer.post(`${side}/thanks`)).status).toBe(303);
  expect(await thanksOf(after)).toEqual([
    { state: 'offered', by: accountIdOf('Reviewer of Garoua') },
  ]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anAwardRequest, award } from '../support/awarding.ts';
import { anOffer } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import {
  aDayLater,
  askingWikimedia,
  labelOf,
  letPass,
  look,
  rowsButWork,
  somebodyListed,
} from '../support/looking-at-names.ts';
import { signedIn } from '../support/stored-sessions.ts';

const DAY = 86_400;

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: () => undefined });
});
afterAll(() => laurel.stop());
beforeEach(() => look(laurel));

const statusOf = async (id: string) => (await fetch(`${laurel.url}/c/${id}`)).status;
const badgesOf = async (username: string) =>
  (await fetch(`${laurel.url}/user-badges?${new URLSearchParams({ username })}`)).text();

test('everybody is asked for once a day by their id, fifty in a call, and whoever was just seen is not', async () => {
  const recipients = Array.from({ length: 120 }, (_, at) => ({
    username: `Reader ${at} of Kaura`,
  }));
  await award(laurel, anAwardRequest({ consent: 'ask', recipients }));
  const known = Object.values((await rowsButWork(laurel)).priv.accounts ?? []).length;
  const asked = askingWikimedia(laurel);

  await look(laurel);
  expect(asked()).toBe(0);
  await letPass(laurel, DAY);
  await look(laurel);
  expect(asked()).toBe(Math.ceil(known / 50));
  await look(laurel);
  await letPass(laurel, 12 * 3_600);
  await look(laurel);
  expect(asked()).toBe(Math.ceil(known / 50));
  expect(laurel.standIn.requests.every(({ alreadyUnderWay }) => alreadyUnderWay === 0)).toBe(true);
});

test('who is missing once is asked for again an hour later, before anything ends that cannot come back', async () => {
  const { id, account } = await somebodyListed(laurel, 'Sade of Ilesa');
  laurel.standIn.accounts.setHidden('Sade of Ilesa', true);
  await letPass(laurel, DAY);
  await look(laurel);
  await look(laurel);
  expect([await labelOf(laurel, account), await statusOf(id)]).toEqual(['Sade of Ilesa', 200]);

  laurel.standIn.accounts.setHidden('Sade of Ilesa', false);
  await letPass(laurel, 3_600);
  await look(laurel);
  expect([await labelOf(laurel, account), await statusOf(id)]).toEqual(['Sade of Ilesa', 200]);

  laurel.standIn.accounts.setHidden('Sade of Ilesa', true);
  await aDayLater(laurel);
  expect([await labelOf(laurel, account), await statusOf(id)]).toEqual([null, 410]);

  laurel.standIn.accounts.setHidden('Sade of Ilesa', false);
  await aDayLater(laurel);
  expect([await labelOf(laurel, account), await statusOf(id)]).toEqual(['Sade of Ilesa', 410]);
});

test('names that move on within a day, A to B while B to C, are each whose they are now', async () => {
  const [a, b, c] = ['Ama of Tema', 'Esi of Tema', 'Adwoa of Tema'];
  const one = await somebodyListed(laurel, a);
  const two = await somebodyListed(laurel, b);
  const { rename } = laurel.standIn.accounts;
  rename(b, c);
  rename(a, b);

  await aDayLater(laurel);

  expect([await labelOf(laurel, one.account), await labelOf(laurel, two.account)]).toEqual([b, c]);
  expect([await statusOf(one.id), await statusOf(two.id)]).toEqual([410, 410]);
  for (const name of [a, b, c]) expect([name, await badgesOf(name)]).toEqual([name, '[]']);
  expect(await (await one.session.get('/me')).text()).toContain(b);

  rename(b, 'Somewhere Else');
  rename(c, b);
  rename('Somewhere Else', c);
  await aDayLater(laurel);
  expect([await labelOf(laurel, one.account), await labelOf(laurel, two.account)]).toEqual([c, b]);
});

test('a stranger who takes a name that was given up gains nothing by it, from the first moment', async () => {
  const name = 'Dupe of Akure';
  const { id, account } = await somebodyListed(laurel, name);
  const offer = await anOffer(laurel, name, { period: { start: '2026-02-01', end: '2026-02-02' } });
  laurel.standIn.accounts.rename(name, 'Dupe of Ikere');
  const theirs = laurel.standIn.accounts.take(name);
  expect(theirs).not.toBe(account);

  const stranger = await signedIn(laurel, name);
  const list = await (await stranger.get('/me')).text();
  const claim = await stranger.get(offer.claim);
  const accepting = await stranger.post(`${offer.claim}/accept`);
  await laurel.runtime.tick();
  await laurel.runtime.tick();

  expect(list).not.toContain('Workshop Participation');
  expect([claim.status, accepting.status]).toEqual([403, 403]);
  expect(await labelOf(laurel, account)).toBe('Dupe of Ikere');
  expect(await statusOf(id)).toBe(410);
  expect(await badgesOf(name)).toBe('[]');

  const { recipients } = await award(
    laurel,
    anAwardRequest({ consent: 'ask', recipients: [{ username: name }] }),
  );
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const held = await store
    .prepare('select account_id from awards where id = ?')
    .bind(recipients[0]?.award ?? '')
    .first('account_id');
  // The same is awarded to the stranger as to anybody: what the other has does not stand in the way.
  expect(held).toBe(theirs);
});

test('who first hears of a stranger with the name from an award has its former bearer nameless at once', async () => {
  const name = 'Nuhu of Yola';
  const { id, account } = await somebodyListed(laurel, name);
  laurel.standIn.accounts.rename(name, 'Nuhu of Mubi');
  laurel.standIn.accounts.take(name);
  laurel.standIn.fail('api', { times: 50, after: 1, status: 503 });

  await award(laurel, anAwardRequest({ consent: 'ask', recipients: [{ username: name }] }));
  await laurel.runtime.tick();

  expect(await labelOf(laurel, account)).toBeNull();
  expect([await statusOf(id), await badgesOf(name)]).toEqual([410, '[]']);
  laurel.standIn.fail('api', { times: 0, status: 503 });
  await letPass(laurel, 3_600);
  await look(laurel);
  expect(await labelOf(laurel, account)).toBe('Nuhu of Mubi');
});

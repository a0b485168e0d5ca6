import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportOf } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { callApi } from '../support/desk-calls.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { anOfferToHolder } from '../support/offering.ts';
import { expectProblem } from '../support/problem.ts';
import { signedIn } from '../support/stored-sessions.ts';

const JSON_ACCEPT = { accept: 'application/json' };

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

async function myPage(session: BrowserSession): Promise<string> {
  return (await session.get('/me')).text();
}

async function stateToIssuer(award: string): Promise<unknown> {
  return (await callApi(laurel, 'GET', `/awards/${award}`)).json();
}

test('offers of a muted issuer are not shown, those that come later neither; the issuer sees them open', async () => {
  const name = 'Wants Quiet of Minna';
  const first = await anOfferToHolder(laurel, name);
  expect(await myPage(first.session)).toContain(first.claim);

  const muted = await first.session.post(`${first.claim}/mute`);
  const second = await anOfferToHolder(laurel, name, {
    period: { start: '2026-09-01', end: '2026-09-02' },
  });

  expect(muted.headers.get('location')).toBe('/me/muted?done=muted');
  const page = await myPage(first.session);
  expect(page).not.toContain(first.claim);
  expect(page).not.toContain(second.claim);
  for (const { award } of [first, second]) {
    expect(await stateToIssuer(award)).toMatchObject({ state: 'open' });
  }
  expect(await (await first.session.get('/me/muted')).text()).toContain('Demonstration User Group');
});

test('the link of a muted issuer’s offer says that they are muted and nothing of the offer; it cannot be answered', async () => {
  const { award, claim, session } = await anOfferToHolder(laurel, 'Opens It Anyway');
  await session.post(`${claim}/mute`);

  const shown = await session.get(claim);
  const page = await shown.text();

  expect(shown.status).toBe(200);
  expect(page).toContain('Demonstration User Group');
  expect(page).not.toContain('Workshop Participation');
  for (const act of ['accept', 'decline']) {
    await expectProblem(await session.post(`${claim}/${act}`, {}, JSON_ACCEPT), {
      reason: 'issuer_muted',
    });
  }
  expect(await stateToIssuer(award)).toMatchObject({ state: 'open' });

  const back = await session.post('/me/muted', {
    issuer: laurel.issuer,
    offer: claim.slice('/claim/'.length),
    act: 'show',
  });
  expect(back.headers.get('location')).toBe(claim);
  expect(await (await session.get(claim)).text()).toContain('Workshop Participation');
  expect((await session.post(`${claim}/accept`)).status).toBe(303);
});

test('what was accepted stays, and its issuer can be muted from the own page', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Keeps the Old of Jebba');
  expect(await (await session.get('/me/muted')).text()).toContain(
    'You see the offers of everybody',
  );

  const path = '/me/muted';
  await session.post(path, { issuer: laurel.issuer, act: 'mute' });
  await session.post(path, { issuer: laurel.issuer, act: 'mute' });

  expect((await session.get(`/me/awards/${award}`)).status).toBe(200);
  expect(await myPage(session)).toContain(`/me/awards/${award}`);
  expect((await session.post(path, { issuer: laurel.issuer, act: 'show' })).status).toBe(303);
  expect(await (await session.get(path)).text()).toContain('You see the offers of everybody');
});

test('of a correction the page of what it corrects tells, though the issuer is muted; the list stays quiet', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Holds a Mistake of Mokwa');
  await session.post('/me/muted', { issuer: laurel.issuer, act: 'mute' });
  const awardPage = async () => (await session.get(`/me/awards/${award}`)).text();
  expect(await awardPage()).not.toContain('offers a correction');

  await callApi(laurel, 'POST', `/awards/${award}/correction`, { hours: 7.25 });
  await laurel.runtime.tick();

  const page = await awardPage();
  expect(page).toContain('Its issuer offers a correction of this.');
  const [, claim = ''] =
    /offers a correction of this\.[\s\S]*?href="(\/claim\/\w+)"/.exec(page) ?? [];
  expect(await myPage(session)).not.toContain(claim);
  expect(await (await session.get(claim)).text()).toContain('You do not see offers of');
  await session.post('/me/muted', { issuer: laurel.issuer, act: 'show' });
  expect(await (await session.get(claim)).text()).toContain('7.25 hours');
  await session.post(`${claim}/decline`);
  expect(await awardPage()).not.toContain('offers a correction');
});

test('nobody mutes for another account, by GET, without a login, or what is not there', async () => {
  const { claim, session } = await anOfferToHolder(laurel, 'Alone Decides of Offa');
  const other = await signedIn(laurel, 'Somebody Else of Offa');

  await expectProblem(await other.post(`${claim}/mute`, {}, JSON_ACCEPT), {
    reason: 'claim_of_another_account',
  });
  expect((await session.get(`${claim}/mute`, JSON_ACCEPT)).status).toBe(405);
  const path = `${laurel.url}${claim}/mute`;
  const stranger = await fetch(path, { method: 'POST', headers: { ...JSON_ACCEPT } });
  expect([401, 403]).toContain(stranger.status);
  expect((await session.post('/me/muted', { issuer: 'no-such-group', act: 'mute' })).status).toBe(
    303,
  );
  expect((await session.post('/me/muted', { issuer: laurel.issuer, act: 'shout' })).status).toBe(
    422,
  );
  const page = await (await session.get('/me/muted')).text();
  expect(page).not.toContain('no-such-group');
  expect(await myPage(session)).toContain(claim);
});

test('whether they muted, declined or did neither, the issuer and its batches read the same', async () => {
  const [muted, declined, silent] = await Promise.all(
    ['Mutes', 'Declines', 'Says Nothing'].map((name) => anOfferToHolder(laurel, `${name} of Kuta`)),
  );
  await muted?.session.post(`${muted.claim}/mute`);
  await declined?.session.post(`${declined.claim}/decline`);

  const told = await Promise.all(
    [muted, declined, silent].map(async (one) => {
      const award = await (await callApi(laurel, 'GET', `/awards/${one?.award}`)).json<{
        award: string;
        batch: string;
      }>();
      const { counts } = await reportOf(laurel, award.batch);
      return { ...award, award: '', batch: '', counts };
    }),
  );

  expect(told[0]).toEqual(told[2]);
  expect(told[1]).toEqual(told[2]);
});

test('deciding later changes nothing, and the way back is on the own page with its day', async () => {
  const { claim, session } = await anOfferToHolder(laurel, 'Takes Time of Bida');
  const offer = await (await session.get(claim)).text();
  expect(offer).toContain('href="/me?done=later"');

  const page = await (await session.get('/me?done=later')).text();

  expect(page).toContain('Nothing is decided');
  expect(page).toContain(claim);
  expect(page).toContain('The offer is open until');
  expect((await session.post(`${claim}/accept`)).status).toBe(303);
});

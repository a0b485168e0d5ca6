import { afterAll, beforeAll, expect, test } from 'vitest';
import { callApi } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { anOfferToHolder } from '../support/offering.ts';
import { expectProblem } from '../support/problem.ts';

const JSON_ACCEPT = { accept: 'application/json' };

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

test('accepting twice at once is accepting once', async () => {
  const { award, claim, session } = await anOfferToHolder(laurel, 'Twice of Gboko');

  const answers = await Promise.all([1, 2, 3].map(() => session.post(`${claim}/accept`)));

  for (const answer of answers) {
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/me/awards/${award}?done=accepted`);
  }
  const page = await (await session.get('/me')).text();
  expect(page.match(new RegExp(`href="/me/awards/${award}`, 'g'))).toHaveLength(1);
});

test('of accepting and declining at once one holds, and the other is told so', async () => {
  for (let time = 0; time < 8; time += 1) {
    const { award, claim, session } = await anOfferToHolder(laurel, `Torn ${time} of Wukari`);

    const [accepting, declining] = await Promise.all(
      ['accept', 'decline'].map((act) => session.post(`${claim}/${act}`, {}, JSON_ACCEPT)),
    );

    const { state } = await (await callApi(laurel, 'GET', `/awards/${award}`)).json<{
      state: string;
    }>();
    expect([accepting?.status, declining?.status]).toEqual(
      state === 'accepted' ? [303, 410] : [410, 303],
    );
  }
});

test('what was declined cannot be accepted, and what was accepted cannot be declined', async () => {
  const declined = await anOfferToHolder(laurel, 'Declines First of Takum');
  await declined.session.post(`${declined.claim}/decline`);
  const accepted = await anOfferToHolder(laurel, 'Accepts First of Takum');
  await accepted.session.post(`${accepted.claim}/accept`);

  const refused = [
    await declined.session.get(declined.claim, JSON_ACCEPT),
    await declined.session.post(`${declined.claim}/accept`, {}, JSON_ACCEPT),
    await accepted.session.post(`${accepted.claim}/decline`, {}, JSON_ACCEPT),
  ];

  for (const answer of refused) await expectProblem(answer, { reason: 'claim_closed' });
  const told = await callApi(laurel, 'GET', `/awards/${accepted.award}`);
  expect(await told.json()).toMatchObject({ state: 'accepted' });
});

test('what its issuer took back cannot be accepted or declined, and can be reported', async () => {
  const { award, claim, session } = await anOfferToHolder(laurel, 'Too Slow of Ibi');
  expect((await callApi(laurel, 'POST', `/awards/${award}/cancellation`)).status).toBe(200);

  for (const act of ['accept', 'decline']) {
    const answer = await session.post(`${claim}/${act}`, {}, JSON_ACCEPT);
    await expectProblem(answer, { reason: 'claim_closed' });
  }
  const reported = await session.post(`${claim}/report`, { reason: 'unsafe', words: '' });
  expect(reported.headers.get('location')).toBe('/me/reports?done=reported');
});

test('muting and accepting at once leave an answer or none, never half of one', async () => {
  for (let time = 0; time < 8; time += 1) {
    const { award, claim, session } = await anOfferToHolder(laurel, `Mutes ${time} of Lafia`);

    const [accepting, muting] = await Promise.all(
      ['accept', 'mute'].map((act) => session.post(`${claim}/${act}`, {}, JSON_ACCEPT)),
    );

    const { state } = await (await callApi(laurel, 'GET', `/awards/${award}`)).json<{
      state: string;
    }>();
    expect(muting?.status).toBe(303);
    expect(accepting?.status).toBe(state === 'accepted' ? 303 : 409);
  }
});

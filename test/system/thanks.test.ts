import { afterAll, beforeAll, expect, test } from 'vitest';
import { revoke } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { callApi, privateStore } from '../support/desk-calls.ts';
import { anAcceptedAward, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { anOfferToHolder } from '../support/offering.ts';
import { expectProblem } from '../support/problem.ts';
import { cellsWith } from '../support/stored-cells.ts';

const JSON_ACCEPT = { accept: 'application/json' };

let laurel: Laurel;
let reviewer: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  reviewer = await aMember(laurel, 'Reads Thanks of Kano', ['reviewer']);
});
afterAll(() => laurel.stop());

async function passDays(days: number): Promise<void> {
  const store = await privateStore(laurel);
  await store
    .prepare('update thanks set written_at_seconds = written_at_seconds - ?')
    .bind(days * 86_400)
    .run();
}

function thank(session: BrowserSession, award: string, words: string): Promise<Response> {
  return session.post(`/me/awards/${award}/thanks`, { words }, JSON_ACCEPT);
}

const listPath = () => `/desk/issuers/${laurel.issuer}/thanks`;

test('a word of thanks is seen by members of the issuer, and by nobody else', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Grateful of Gashua');
  const words = 'Na gode sosai <b>da yamma biyu</b>.';

  expect((await thank(session, award, words)).status).toBe(303);

  const shown = 'Na gode sosai &lt;b&gt;da yamma biyu&lt;/b&gt;.';
  expect(await (await session.get(`/me/awards/${award}`)).text()).toContain(shown);
  const list = await (await reviewer.get(listPath())).text();
  expect(list).toContain(shown);
  expect(list).toContain('Grateful of Gashua');
  const one = await (await reviewer.get(`/desk/issuers/${laurel.issuer}/awards/${award}`)).text();
  expect(one).toContain(shown);
  const told = await callApi(laurel, 'GET', `/issuers/${laurel.issuer}/thanks`);
  expect(await told.json()).toMatchObject({
    page: 1,
    more: false,
    thanks: [{ award, words, username: 'Grateful of Gashua' }],
  });
  const id = await makeCredential(session, award);
  await session.post(`/me/credentials/${id}/link`, { link: 'on' });
  expect(await (await fetch(`${laurel.url}/c/${id}`)).text()).not.toContain('Na gode');
  const places = await cellsWith(laurel, ['Na gode sosai']);
  expect(places).toEqual(['thanks.words']);
  const stranger = await anotherIssuer(laurel, 'thankless-group', 'Member Elsewhere');
  expect((await stranger.get(listPath())).status).toBe(404);
  expect(await (await stranger.get('/desk/issuers/thankless-group/thanks')).text()).not.toContain(
    'Na gode',
  );
});

test('once: changed for a week, then not, and taken back at any time', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Rewrites of Gwoza');
  await thank(session, award, 'First words');
  expect((await thank(session, award, 'Better words')).status).toBe(303);
  expect(await cellsWith(laurel, ['First words'])).toEqual([]);

  await passDays(8);
  await expectProblem(await thank(session, award, 'Late words'), { reason: 'thanks_closed' });
  expect(await (await session.get(`/me/awards/${award}`)).text()).not.toContain('Change the words');
  const back = await session.post(`/me/awards/${award}/thanks/withdraw`);

  expect(back.headers.get('location')).toContain('done=thanks_taken_back');
  expect(await cellsWith(laurel, ['Better words'])).toEqual([]);
  expect(await (await reviewer.get(listPath())).text()).not.toContain('Rewrites of Gwoza');
  await expectProblem(await thank(session, award, 'A second time'), { reason: 'thanks_closed' });
});

test('what was taken back within the week can be written anew', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Thinks Again of Daura');
  await thank(session, award, 'Too quick');
  await session.post(`/me/awards/${award}/thanks/withdraw`);

  expect((await thank(session, award, 'With care')).status).toBe(303);

  expect(await (await reviewer.get(listPath())).text()).toContain('With care');
});

test('sent twice at once they are there once', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Double of Funtua');

  const answers = await Promise.all(
    ['Same words', 'Same words'].map((w) => thank(session, award, w)),
  );

  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect((await (await reviewer.get(listPath())).text()).match(/Same words/g)).toHaveLength(1);
});

test('words that are too long, empty or lead elsewhere come back as they were typed', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Verbose of Malumfashi');
  for (const words of ['x'.repeat(501), '\u202e', 'Look at https://evil.example/ please']) {
    const answer = await thank(session, award, words);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
  }
  expect(await cellsWith(laurel, ['evil.example'])).toEqual([]);
});

test('nobody thanks for what is another’s, not accepted, or revoked', async () => {
  const accepted = await anAcceptedAward(laurel, 'Owner of Katsina');
  const offered = await anOfferToHolder(laurel, 'Undecided of Katsina');
  expect((await thank(offered.session, accepted.award, 'Not mine')).status).toBe(404);
  expect((await thank(offered.session, offered.award, 'Not yet')).status).toBe(404);
  const other = `/me/awards/${accepted.award}/thanks/withdraw`;
  await thank(accepted.session, accepted.award, 'Mine alone');
  expect((await offered.session.post(other)).status).toBe(404);
  expect((await revoke(laurel, accepted.award, { reason: 'duplicate' })).status).toBe(200);

  const late = await anAcceptedAward(laurel, 'Too Late of Katsina');
  await revoke(laurel, late.award, { reason: 'duplicate' });
  await expectProblem(await thank(late.session, late.award, 'Anyway'), { reason: 'thanks_closed' });
  expect(await (await reviewer.get(listPath())).text()).toContain('Mine alone');
  expect((await late.session.get(`/me/awards/${late.award}/thanks`, JSON_ACCEPT)).status).toBe(405);
});

test('thanks are erased with whoever wrote them', async () => {
  const name = 'Leaves of Zaria';
  const { award, session } = await anAcceptedAward(laurel, name);
  await thank(session, award, 'Farewell and thanks');

  expect((await session.post('/me/erase', { username: name })).status).toBe(200);

  expect(await cellsWith(laurel, ['Farewell and thanks', award])).not.toContain('thanks.words');
  expect(await cellsWith(laurel, ['Farewell and thanks'])).toEqual([]);
});

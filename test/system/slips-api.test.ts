import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { settledBatch } from '../support/awarding.ts';
import { type Laurel, startLaurel, TEST_ISSUER } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { expectProblem } from '../support/problem.ts';
import { callSlips, sheetAt, showSlip, slipFields } from '../support/slips.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const aSheet = (change: Readonly<Record<string, unknown>> = {}) => ({
  achievement: 'training-workshop-participation',
  label: 'By program',
  size: 5,
  period: { start: '2026-11-14', end: '2026-11-15' },
  hours: 3,
  ...change,
});

const make = (body: unknown) => callSlips(laurel, 'POST', `/issuers/${laurel.issuer}/slips`, body);

async function madeSheet(): Promise<string> {
  const made = await make(aSheet());
  expect(made.status).toBe(201);
  const { sheet, url } = z.object({ sheet: z.string(), url: z.url() }).parse(await made.json());
  expect([made.headers.get('location'), url]).toEqual([
    url,
    `${laurel.origin}/api/v1/slips/${sheet}`,
  ]);
  return sheet;
}

test('a program makes slips, sees who showed one, refuses, and confirms the others into a batch', async () => {
  const sheet = await madeSheet();
  const { slips } = await sheetAt(laurel, sheet);
  expect(slips.map(({ number, state }) => [number, state])).toEqual(
    [1, 2, 3, 4, 5].map((number) => [number, 'blank']),
  );
  for (const [at, name] of ['Ìyá of Ìbàdàn', 'Şule of Izmir', 'Ẓāhir of Lahore'].entries()) {
    await showSlip(laurel, name, slips[at]?.code ?? '');
  }
  const people = await (await callSlips(laurel, 'GET', `/slips/${sheet}/people`)).json();
  expect(people).toMatchObject({
    total: 3,
    pages: 1,
    people: [
      { number: 1, username: 'Ìyá of Ìbàdàn', alreadyAwarded: false },
      { number: 2, username: 'Şule of Izmir' },
      { number: 3, username: 'Ẓāhir of Lahore' },
    ],
  });
  const refuse = (number: number, refused: boolean) =>
    callSlips(laurel, 'PATCH', `/slips/${sheet}/people`, { people: [{ number, refused }] });
  expect(await (await refuse(2, true)).json()).toMatchObject({
    tally: { presented: 2, refused: 1 },
  });
  await expectProblem(await refuse(2, true), { reason: 'slips_none_waiting' });
  const refused = await callSlips(laurel, 'GET', `/slips/${sheet}/people?state=refused`);
  expect(await refused.json()).toMatchObject({ people: [{ number: 2 }] });

  const one = await callSlips(laurel, 'POST', `/slips/${sheet}/confirm`, { numbers: [1] });
  expect(one.status).toBe(202);
  const { batch } = z.object({ batch: z.string() }).parse(await one.json());
  expect((await settledBatch(laurel, batch)).recipients).toMatchObject([
    { username: 'Ìyá of Ìbàdàn', state: 'open' },
  ]);
  const twice = await callSlips(laurel, 'POST', `/slips/${sheet}/confirm`, { numbers: [1] });
  expect(await twice.json()).toMatchObject({ batch });
  expect((await refuse(2, false)).status).toBe(200);
  const rest = await callSlips(laurel, 'POST', `/slips/${sheet}/confirm`, { everybody: true });
  const second = z.object({ batch: z.string() }).parse(await rest.json());
  expect((await settledBatch(laurel, second.batch)).size).toBe(2);

  expect((await callSlips(laurel, 'DELETE', `/slips/${sheet}`)).status).toBe(204);
  expect(await sheetAt(laurel, sheet)).toMatchObject({
    ended: true,
    slips: [],
    tally: { confirmed: 3, blank: 0 },
  });
  const late = await callSlips(laurel, 'POST', `/slips/${sheet}/confirm`, { everybody: true });
  await expectProblem(late, { reason: 'slips_ended' });
  const list = await callSlips(laurel, 'GET', `/issuers/${laurel.issuer}/slips`);
  expect(await list.json()).toMatchObject({ total: 1, sheets: [{ sheet, label: 'By program' }] });
});

test.each([
  ['no slips at all', { size: 0 }, '/size'],
  ['more than a sheet has', { size: 501 }, '/size'],
  ['no event', { label: '  ' }, '/label'],
  ['consent on paper of nobody', { consent: 'paper' }, '/consent'],
  ['people', { recipients: [{ username: 'X' }] }, '/recipients'],
])('%s is refused with its place', async (_, change, issue) => {
  await expectProblem(await make(aSheet(change)), { reason: 'request_invalid', issue });
});

test('an unknown achievement, a role without its term and a missing language are refused', async () => {
  const achievement = await make(aSheet({ achievement: 'none-such' }));
  await expectProblem(achievement, { reason: 'achievement_unknown', pointer: '/achievement' });
  const role = await make(aSheet({ achievement: 'role-community-trainer', period: undefined }));
  await expectProblem(role, { reason: 'request_invalid', issue: '/period' });
  const language = await make(aSheet({ language: 'eo' }));
  await expectProblem(language, { reason: 'language_unavailable' });
});

test('a maker’s token does not confirm the maker’s own slip', async () => {
  const sheet = await madeSheet();
  const { codes } = await sheetAt(laurel, sheet);
  await showSlip(laurel, 'Temitope the Organizer', codes[0] ?? '');
  for (const body of [{ numbers: [1] }, { everybody: true }]) {
    const refused = await callSlips(laurel, 'POST', `/slips/${sheet}/confirm`, body);
    await expectProblem(refused, { reason: 'own_slip' });
  }
});

test('members of another issuer are told of a sheet what they are told of none', async () => {
  const sheet = await madeSheet();
  const stranger = await anotherIssuer(laurel, 'slips-api-elsewhere', 'Member of Nowhere');
  const reviewer = await aMember(laurel, 'Reviewer of Programs', ['reviewer']);
  const told = async (id: string, part: string) => {
    const answer = await stranger.get(`/api/v1/slips/${id}${part}`, { accept: 'application/json' });
    return [answer.status, (await answer.text()).replaceAll(id, 'ID')];
  };
  for (const part of ['', '/people']) {
    const [status, text] = await told(sheet, part);
    expect(status).toBe(404);
    expect([status, text]).toEqual(await told('4UrQPnLYYi29UKbYY', part));
    expect((await reviewer.get(`/api/v1/slips/${sheet}${part}`)).status).toBe(403);
  }
  const list = await stranger.get(`/api/v1/issuers/${laurel.issuer}/slips`);
  expect(list.status).toBe(404);
  const unsigned = await fetch(`${laurel.url}/api/v1/slips/${sheet}`);
  expect(unsigned.status).toBe(401);
});

test('every operation of slips is described', async () => {
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(await (await fetch(`${laurel.url}/api/v1/openapi.json`)).json());
  const described = Object.entries(paths)
    .filter(([path]) => /\/slips\b/.test(path))
    .flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method} ${path}`));
  expect(described.sort()).toEqual([
    'delete /slips/{id}',
    'get /issuers/{slug}/slips',
    'get /slips/{id}',
    'get /slips/{id}/people',
    'get /slips/{id}/print.pdf',
    'patch /slips/{id}/people',
    'post /issuers/{slug}/slips',
    'post /slips/{id}/confirm',
  ]);
});

test('an issuer that awards nothing makes no slips', async () => {
  const tester = await aMember(laurel, 'Tester of Documents', ['awarder'], TEST_ISSUER.slug);
  const made = await tester.post(`/desk/issuers/${TEST_ISSUER.slug}/slips`, slipFields());
  expect(made.status).toBe(403);
  expect(await made.text()).toContain('kind “test”');
});

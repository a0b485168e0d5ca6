import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { type Laurel, startLaurel } from '../support/laurel.ts';

let laurel: Laurel;

beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const Sheet = z.object({
  columns: z.array(z.string()),
  tally: z.object({ waiting: z.number(), people: z.number(), notFound: z.number() }),
});

function call(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${laurel.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${laurel.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function lookedUp(sheet: string) {
  for (;;) {
    const told = Sheet.parse(await (await call('GET', `/sheets/${sheet}`)).json());
    if (told.tally.waiting === 0) return told;
    await setTimeout(50);
  }
}

async function begin(body: unknown): Promise<string> {
  const answer = await call('POST', `/issuers/${laurel.issuer}/sheets`, body);
  expect(answer.status).toBe(201);
  return z.object({ sheet: z.string() }).parse(await answer.json()).sheet;
}

test('a program takes a list all the way, as the pages do', async () => {
  const file = Buffer.from('Usuário;Presença\nZé do Livro;Sim\nNobody Lost;Sim\n').toString(
    'base64',
  );
  const sheet = await begin({ file, label: 'By program' });
  expect((await lookedUp(sheet)).tally).toMatchObject({ people: 1, notFound: 1 });
  const rows = await (await call('GET', `/sheets/${sheet}/rows?pile=not_found`)).json();
  expect(rows).toMatchObject({ total: 1, rows: [{ row: 1, finding: { why: 'missing' } }] });
  const fixed = await call('PATCH', `/sheets/${sheet}/rows`, {
    rows: [{ row: 1, username: 'Found of Recife' }],
  });
  expect(await fixed.json()).toMatchObject({ tally: { people: 2, notFound: 0 } });
  const reading = { usernameColumn: 0, hoursColumn: null, attendance: { rule: 'everyone' } };
  expect((await call('PUT', `/sheets/${sheet}/reading`, reading)).status).toBe(204);
  const terms = {
    achievement: 'training-workshop-participation',
    period: { start: '2026-11-14', end: '2026-11-15' },
  };
  expect((await call('PUT', `/sheets/${sheet}/terms`, terms)).status).toBe(204);
  const path = `/issuers/${laurel.issuer}/sheets/${sheet}/award`;
  const [one, two] = [await call('POST', path, {}), await call('POST', path, {})];
  expect([one.status, two.status]).toEqual([202, 202]);
  expect(await two.json()).toEqual(await one.json());
  expect((await call('GET', `/sheets/${sheet}`)).status).toBe(404);
});

test('a list is deleted on demand, and what cannot be read is refused with its place', async () => {
  const sheet = await begin({ text: 'Ada of Minna\n' });
  const wrong = await call('PUT', `/sheets/${sheet}/reading`, {
    usernameColumn: 7,
    hoursColumn: null,
    attendance: { rule: 'everyone' },
  });
  expect(wrong.status).toBe(422);
  expect(await wrong.json()).toMatchObject({ issues: [{ pointer: '/usernameColumn' }] });
  expect((await call('GET', `/sheets/${sheet}/rows?pile=other`)).status).toBe(422);
  expect((await call('PUT', `/sheets/${sheet}/terms`, { achievement: 'none' })).status).toBe(422);
  expect((await call('DELETE', `/sheets/${sheet}`)).status).toBe(204);
  expect((await call('DELETE', `/sheets/${sheet}`)).status).toBe(404);
  const xls = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).toString('base64');
  const refused = await call('POST', `/issuers/${laurel.issuer}/sheets`, { file: xls });
  expect(refused.status).toBe(415);
});

test('a token of another issuer finds no list', async () => {
  const sheet = await begin({ text: 'Ada of Minna\n' });
  const stranger = await fetch(`${laurel.url}/api/v1/sheets/${sheet}`, {
    headers: { authorization: 'Bearer laurel_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
  });
  expect(stranger.status).toBe(401);
});

test('a list of 10,000 rows is taken on, and read anew by another rule, while it is looked up', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => `Multitude ${at};${at % 2 ? 'ya' : '-'}`);
  const sheet = await begin({ text: ['Username;Hadir', ...rows].join('\n') });
  const attendance = { rule: 'marked', columns: [1], values: ['ya'], atLeast: 1 };
  const reading = { usernameColumn: 0, hoursColumn: null, attendance };

  expect((await call('PUT', `/sheets/${sheet}/reading`, reading)).status).toBe(204);

  const told = await (await call('GET', `/sheets/${sheet}`)).json();
  expect(told).toMatchObject({ tally: { size: 10_000, attended: 5_000 } });
  expect((await call('DELETE', `/sheets/${sheet}`)).status).toBe(204);
});

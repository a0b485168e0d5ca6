import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAwardRequest, postAwards } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';

let laurel: Laurel;
let awarder: BrowserSession;
let path: string;

beforeAll(async () => {
  laurel = await startLaurel();
  awarder = await aMember(laurel, 'Awarder with Programs', ['awarder']);
  path = `/desk/issuers/${laurel.issuer}/tokens`;
});
afterAll(() => laurel.stop());

function asked(change: readonly (readonly [string, string])[] = []) {
  return [['name', 'Event tool'], ['scopes', 'awards:write'], ['days', '٣٠'], ...change] as const;
}

async function make(): Promise<string> {
  const page = await (await awarder.post(path, asked())).text();
  return /laurel_[0-9a-f]{64}/.exec(page)?.[0] ?? '';
}

const withToken = (token: string) => ({ authorization: `Bearer ${token}` });

test('a token is told once, works within its scopes, and is ended at the desk', async () => {
  const token = await make();
  expect(await (await awarder.get(path)).text()).toContain('never used');
  expect((await postAwards(laurel, anAwardRequest(), withToken(token))).status).toBe(202);
  const page = await (await awarder.get(path)).text();
  expect(page).toContain('last used on');
  expect(page).toContain('href="/api/v1/reference"');
  expect(page).toContain('Event tool');
  expect(page).not.toContain(token);
  const figures = await fetch(`${laurel.url}/api/v1/issuers/${laurel.issuer}/figures`, {
    headers: withToken(token),
  });
  expect(figures.status).toBe(403);
  const id = /tokens\/(\w+)\/end/.exec(page)?.[1] ?? '';
  expect((await awarder.post(`${path}/${id}/end`)).status).toBe(303);
  expect((await postAwards(laurel, anAwardRequest(), withToken(token))).status).toBe(401);
  expect((await awarder.post(`${path}/${id}/end`)).status).toBe(404);
});

test('nobody gives a token more than they may do, and what was typed stays', async () => {
  const more = await awarder.post(path, asked([['scopes', 'members:write']]));
  expect(more.status).toBe(403);
  const wrong = await awarder.post(path, [
    ['name', 'Kept name'],
    ['scopes', 'awards:read'],
    ['days', '999'],
  ]);
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  expect(page).toContain('Kept name');
  expect(page).toContain('href="#field-days"');
  expect(page).toMatch(/value="awards:read" checked/);
});

test('another group sees and ends none of them', async () => {
  await make();
  const page = await (await awarder.get(path)).text();
  const id = /tokens\/(\w+)\/end/.exec(page)?.[1] ?? '';
  const stranger = await anotherIssuer(laurel, 'other-group', 'Member Elsewhere');
  expect((await stranger.get(path)).status).toBe(404);
  expect((await stranger.post(`/desk/issuers/other-group/tokens/${id}/end`)).status).toBe(404);
  const reviewer = await aMember(laurel, 'Only a Reviewer', ['reviewer']);
  expect((await reviewer.get(path)).status).toBe(403);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSteward } from '../support/applying.ts';
import { aCredential } from '../support/awarding.ts';
import { copiesOf, keyIn, keyNamedBy } from '../support/keys.ts';
import { type MovedLaurel, startMovedLaurel } from '../support/moved-laurel.ts';
import { fetchJson } from '../support/stranger.ts';
import { checkIn, verifyBy } from '../support/verifying.ts';

const HOUR = 3600;

let moved: MovedLaurel;
beforeAll(async () => {
  moved = await startMovedLaurel();
});
afterAll(() => moved.stop());

const laurel = () => moved.now();

async function declare(stolen: string, sinceSeconds: number): Promise<void> {
  const steward = await aSteward(laurel());
  const since = new Date(sinceSeconds * 1000).toISOString().slice(0, 19);
  const path = `/desk/stewards/keys/${laurel().issuer}/${stolen}/compromise`;
  expect((await steward.post(path, { since, agree: 'yes' })).status).toBe(303);
  await laurel().runtime.tick();
}

test('a thief who was still there, and has the new key too, takes nothing that was logged before', async () => {
  const before = await copiesOf((await aCredential(laurel())).page);
  await laurel().runtime.tick();
  const since = moved.nowSeconds() + HOUR;
  await moved.later(2 * HOUR);
  const after = await copiesOf((await aCredential(laurel())).page);

  await declare(await keyIn(laurel(), 'signing', 'Ed25519'), since);
  const between = await copiesOf(before.page);
  const ofThatTime = await copiesOf((await aCredential(laurel())).page);
  await declare(await keyIn(laurel(), 'signing', 'Ed25519'), since);

  const signing = await keyIn(laurel(), 'signing', 'Ed25519');
  expect(keyNamedBy(await fetchJson(`${before.page}.json`))).toBe(signing);
  expect((await verifyBy(laurel(), { url: before.page })).verdict).toBe('valid');
  const kept = await verifyBy(laurel(), { credential: before.document });
  expect(kept.verdict).toBe('valid');
  expect(checkIn(kept, 'proof')?.finding).toBe('logged_before_compromise');
  for (const { document } of [between, after, ofThatTime]) {
    expect((await verifyBy(laurel(), { credential: document })).verdict).toBe('invalid');
  }
  for (const { page } of [after, ofThatTime]) {
    expect((await verifyBy(laurel(), { url: page })).verdict).toBe('invalid');
  }
});

test('a moment that is told later as an earlier one takes what was logged between the two', async () => {
  const early = await copiesOf((await aCredential(laurel())).page);
  await laurel().runtime.tick();
  await moved.later(2 * HOUR);
  const late = await copiesOf((await aCredential(laurel())).page);
  await laurel().runtime.tick();
  await moved.later(2 * HOUR);
  const stolen = await keyIn(laurel(), 'signing', 'Ed25519');

  await declare(stolen, moved.nowSeconds() - HOUR);
  for (const { document } of [early, late]) {
    expect((await verifyBy(laurel(), { credential: document })).verdict).toBe('valid');
  }
  await declare(stolen, moved.nowSeconds() - 3 * HOUR);

  expect((await verifyBy(laurel(), { credential: early.document })).verdict).toBe('valid');
  expect((await verifyBy(laurel(), { credential: late.document })).verdict).toBe('invalid');
  // What the signer has signed anew since is by a key that nobody stole.
  for (const { page } of [early, late]) {
    expect((await verifyBy(laurel(), { url: page })).verdict).toBe('valid');
  }
});

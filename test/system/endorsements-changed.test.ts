import type { Json } from '@laurel/core/json';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEndorsement, aShownCredential } from '../support/endorsing.ts';
import { makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { mutationsOf } from '../support/mutations.ts';
import { switchLink } from '../support/showing.ts';
import { verifyBy } from '../support/verifying.ts';

/** Requests under way at a time. */
const AT_ONCE = 8;

let laurel: Laurel;
let beside: string;
let holding: string;
beforeAll(async () => {
  laurel = await startLaurel();
  const held = await aShownCredential(laurel, 'Zainab of Kano');
  const made = await anEndorsement(laurel, held, 'Adwoa of Kumasi');
  beside = made.signed;
  holding = await makeCredential(held.session, held.award, { endorsement: made.id });
  await switchLink(held.session, holding, 'on');
});
afterAll(() => laurel.stop());

/** The pointers of all leaves whose change is found out as nothing worse than it was. */
async function missed(id: string, among: (at: string) => boolean): Promise<readonly string[]> {
  const document: Json = JSON.parse(await (await fetch(`${laurel.url}/c/${id}.json`)).text());
  const waiting = mutationsOf(document).filter(({ at }) => among(at));
  expect(waiting.length).toBeGreaterThan(60);
  const found: string[] = [];
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { verdict } = await verifyBy(laurel, { credential: next.mutated });
      if (verdict !== 'invalid') found.push(`${next.at}: ${verdict}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

test('changing any leaf of an endorsement is found out', async () => {
  expect(await missed(beside, () => true)).toEqual([]);
});

test('changing any leaf of one in a certificate is found out by that one’s own signature', async () => {
  expect(await missed(holding, (at) => at.startsWith('/endorsement/'))).toEqual([]);
});

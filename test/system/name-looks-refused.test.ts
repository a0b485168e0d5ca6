import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import {
  askingWikimedia,
  labelOf,
  letPass,
  look,
  rowsButWork,
  somebodyListed,
} from '../support/looking-at-names.ts';

const DAY = 86_400;

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: () => undefined });
});
afterAll(() => laurel.stop());
beforeEach(() => look(laurel));

const statusOf = async (id: string) => (await fetch(`${laurel.url}/c/${id}`)).status;

test('while Wikimedia is down for days nothing changes, and it is asked again no sooner than it wishes', async () => {
  const { id, account } = await somebodyListed(laurel, 'Kemi of Ondo');
  laurel.standIn.accounts.rename('Kemi of Ondo', 'Kemi of Owo');
  const before = await rowsButWork(laurel);
  laurel.standIn.fail('api', { times: 100, status: 503, retryAfterSeconds: 7_200 });
  const asked = askingWikimedia(laurel);

  await letPass(laurel, DAY);
  await look(laurel);
  expect(asked()).toBe(1);
  for (let hour = 0; hour < 3; hour += 1) await look(laurel);
  expect(asked()).toBe(1);
  for (let day = 0; day < 4; day += 1) {
    await letPass(laurel, DAY);
    await look(laurel);
  }
  expect(asked()).toBe(5);
  expect((await rowsButWork(laurel)).pub).toEqual(before.pub);
  expect(await labelOf(laurel, account)).toBe('Kemi of Ondo');
  expect(await statusOf(id)).toBe(200);

  laurel.standIn.fail('api', { times: 0, status: 503 });
  await letPass(laurel, DAY);
  await look(laurel);
  expect(await labelOf(laurel, account)).toBe('Kemi of Owo');
  expect(await statusOf(id)).toBe(410);
});

const HALF_ANSWERS = {
  'cut off': '{"batchcomplete":true,"query":{"globalusers":[{"centralid":',
  'without anybody': '{"batchcomplete":true,"query":{"globalusers":[]}}',
  'without a query': '{"batchcomplete":true}',
  'an error':
    '{"error":{"code":"maxlag","info":"Waiting for a database server: 7 seconds lagged."}}',
  'about somebody else': '{"query":{"globalusers":[{"centralid":5,"name":"Else","locked":false}]}}',
  'with a name that is none':
    '{"query":{"globalusers":[{"centralid":5,"name":"","locked":false}]}}',
  'a page': '<html>We are having trouble</html>',
};

test.each(Object.entries(HALF_ANSWERS))('an answer that is %s changes nothing', async (_, body) => {
  const before = await rowsButWork(laurel);
  laurel.standIn.fail('api', { times: 1, status: 200, body });

  await letPass(laurel, DAY);
  const waiting = await rowsButWork(laurel);
  await look(laurel);

  expect(await rowsButWork(laurel)).toEqual(waiting);
  expect(waiting.pub).toEqual(before.pub);
  await letPass(laurel, DAY);
  await look(laurel);
});

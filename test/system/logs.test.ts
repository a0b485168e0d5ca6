import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAwardRequest, award, postAwards } from '../support/awarding.ts';
import { browserSession, logIn } from '../support/browser-session.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { postVerify } from '../support/verifying.ts';

const NAME = 'Àníkẹ́ the Unlogged';

const logged: string[] = [];
let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: (line) => logged.push(line) });
});
afterAll(() => laurel.stop());

async function privateStore() {
  return laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
}

test('no log holds a name, a token or an account id, also when a Worker breaks while it has them in hand', async () => {
  const { id, session } = await aHeldCredential(laurel, NAME);
  await award(
    laurel,
    anAwardRequest({ recipients: [{ username: `${NAME} 2` }, { username: 'Bad#' }] }),
  );
  const store = await privateStore();
  const accountId = await store.prepare('select id from accounts limit 1').first<string>('id');

  await store.exec('alter table accounts rename to accounts_gone');
  const broken = await session.get('/me', { accept: 'application/json' });
  await postAwards(laurel, anAwardRequest({ recipients: [{ username: `${NAME} 3` }] }));
  await laurel.runtime.tick();
  const login = await logIn(browserSession(laurel), `${NAME} 4`);
  await store.exec('alter table accounts_gone rename to accounts');
  await store.exec('alter table idempotency_keys rename to keys_gone');
  const refused = await postAwards(laurel, anAwardRequest({ recipients: [{ username: NAME }] }));
  await store.exec('alter table keys_gone rename to idempotency_keys');
  await postVerify(laurel, { credential: { name: NAME, id: `${laurel.origin}/c/${id}` } });

  expect(login.status).toBe(503);
  expect(broken.status).toBeGreaterThanOrEqual(400);
  await expectProblem(refused, { reason: 'store_unavailable' });
  const everything = logged.join('\n');
  expect(everything.length).toBeGreaterThan(100);
  for (const secret of [NAME, laurel.token, String(accountId), ...session.cookies.values()]) {
    expect(everything).not.toContain(secret);
  }
});

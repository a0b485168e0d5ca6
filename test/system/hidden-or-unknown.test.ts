import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../services/verifier/src/app.ts';
import { publicDatabases } from '../../services/verifier/src/record/database.ts';
import { findVisible } from '../../services/verifier/src/record/visible-credential.ts';
import { aCredential } from '../support/awarding.ts';
import { anEndorsement, aShownCredential } from '../support/endorsing.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { NO_COUNTERS } from '../support/no-counters.ts';
import { switchLink } from '../support/showing.ts';
import { watched } from '../support/watched-database.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

async function lookUp(id: string, options: { readonly withLogo?: boolean } = {}) {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-verifier');
  const { watching, asked } = watched(store);
  const found = await findVisible(
    publicDatabases({ PUBLIC: watching }),
    laurel.origin,
    id,
    options,
  );
  return { isFound: found !== null, logo: found?.logo, asked };
}

test('a hidden, an unknown and a malformed id are looked up by the same statements, as a visible one is', async () => {
  const { id: hidden } = await aHeldCredential(laurel, 'Oluchi of Umuahia');
  const { page } = await aCredential(laurel);

  const visible = await lookUp(page.slice(page.lastIndexOf('/') + 1));

  const drawn = await lookUp(page.slice(page.lastIndexOf('/') + 1), { withLogo: true });

  expect(visible.isFound).toBe(true);
  expect(visible.asked.filter((one) => one.startsWith('select'))).toHaveLength(5);
  expect(drawn.asked.filter((one) => one.startsWith('select'))).toHaveLength(6);
  for (const { asked } of [visible, drawn]) {
    expect(asked.filter((one) => one === 'batch')).toHaveLength(1);
  }
  for (const id of [hidden, 'x'.repeat(17), '', "' or 1 --", 'x'.repeat(10_000), '☃']) {
    expect(await lookUp(id)).toEqual({ isFound: false, asked: visible.asked });
    expect(await lookUp(id, { withLogo: true })).toEqual({ isFound: false, asked: drawn.asked });
  }
});

test('what other sites frame asks the same of a hidden, an unknown and a malformed id', async () => {
  const { id: hidden } = await aHeldCredential(laurel, 'Oluchi of Aba');
  const { page } = await aCredential(laurel);
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-verifier');
  const app = createApp(() => Math.floor(Date.now() / 1000));
  const framed = async (id: string) => {
    const { watching, asked } = watched(store);
    const answer = await app.request(
      `/c/${encodeURIComponent(id)}/embed`,
      {},
      { PUBLIC: watching, LAUREL_ORIGIN: laurel.origin, COUNTERS: NO_COUNTERS },
    );
    return { status: answer.status, body: await answer.text(), asked };
  };

  const visible = await framed(page.slice(page.lastIndexOf('/') + 1));
  const nothing = await framed(hidden);

  expect([visible.status, nothing.status]).toEqual([200, 404]);
  expect(nothing.asked).toEqual(visible.asked);
  for (const id of ['x'.repeat(17), "' or 1 --", 'x'.repeat(5_000), '☃']) {
    expect(await framed(id)).toEqual(nothing);
  }
});

test('what is said of a hidden credential asks the same as that of an unknown one, and so does one saying itself', async () => {
  const held = await aShownCredential(laurel, 'Oluchi of Owerri');
  const { signed } = await anEndorsement(laurel, held, 'Chidi of Owerri');
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-verifier');
  const app = createApp(() => Math.floor(Date.now() / 1000));
  const asked = async (id: string, end: string) => {
    const { watching, asked } = watched(store);
    const answer = await app.request(
      `/c/${encodeURIComponent(id)}${end}`,
      {},
      { PUBLIC: watching, LAUREL_ORIGIN: laurel.origin, COUNTERS: NO_COUNTERS },
    );
    const body = (await answer.text()).replaceAll(encodeURIComponent(id), 'ID');
    return { status: answer.status, body, asked };
  };
  expect((await asked(held.id, '/endorsements')).status).toBe(200);
  expect((await asked(signed, '')).status).toBe(200);
  await switchLink(held.session, held.id, 'off');

  for (const end of ['', '.json', '/endorsements', '/endorsements.json']) {
    const never = await asked('x'.repeat(17), end);
    expect(never.status).toBe(404);
    for (const id of [held.id, signed]) expect(await asked(id, end)).toEqual(never);
  }
});

import { databasesOfId } from '@laurel/store/directory/databases-of-id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { type SignerEnv, signingFor } from '../../services/signer/src/env.ts';
import { eraseHolder } from '../../services/signer/src/standing/erase-holder.ts';
import { anEndorsement } from '../support/endorsing.ts';
import { aHeldCredential, credentialIdsIn } from '../support/holding.ts';
import { makeRecord } from '../support/recording.ts';
import { countsIn, type SpreadLaurel, startSpreadLaurel } from '../support/several-databases.ts';
import { aCollection, switchLink } from '../support/showing.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { cellsWith } from '../support/stored-cells.ts';
import { fetchJson } from '../support/stranger.ts';
import { verifyBy } from '../support/verifying.ts';
import { watched } from '../support/watched-database.ts';

let spread: SpreadLaurel;
beforeAll(async () => {
  spread = await startSpreadLaurel();
});
afterAll(() => spread.laurel.stop());

/** Somebody with a credential of an issuer in each of the databases, their links on. */
async function holderInAll(username: string) {
  const held = [];
  for (const issuer of spread.issuers) held.push(await aHeldCredential(issuer, username));
  const [first] = held;
  if (first === undefined) throw new Error('nobody holds anything');
  for (const { id } of held) await switchLink(first.session, id, 'on');
  return { session: first.session, held, ids: held.map(({ id }) => id) };
}

function at(path: string) {
  return fetch(`${spread.laurel.url}${path}`, { headers: { accept: 'application/json' } });
}

async function statuses(paths: readonly string[]): Promise<readonly number[]> {
  return Promise.all(paths.map(async (path) => (await at(path)).status));
}

async function listed(username: string): Promise<readonly string[]> {
  const answer = await at(`/user-badges?username=${encodeURIComponent(username)}`);
  const badges: readonly { readonly verification_code: string }[] = await answer.json();
  return badges.map(({ verification_code }) => verification_code).sort();
}

test('a holder sees, collects, lists, hides and brings back what issuers in all of them have awarded', async () => {
  const username = 'Ngozi of Enugu';
  const { session, held, ids } = await holderInAll(username);
  for (const { id, award } of held) {
    const page = await (await session.get(`/me/awards/${award}`)).text();
    expect(credentialIdsIn(page)).toEqual([id]);
  }
  const collection = await aCollection(session, ids);
  const fields = ids.map((id) => ['credential', id] as const);
  expect((await session.post('/me/feed', fields)).status).toBe(303);
  const shown = await fetchJson(`${spread.laurel.url}/collections/${collection}`);
  expect(shown).toMatchObject({ verdict: 'valid' });
  expect(Object(shown).credentials).toHaveLength(3);
  expect(await listed(username)).toEqual([...ids].sort());
  const paths = [...ids.map((id) => `/c/${id}`), `/collections/${collection}`];
  expect(await statuses(paths)).toEqual([200, 200, 200, 200]);

  expect((await session.post('/me/hide')).status).toBe(303);
  expect(await statuses(paths)).toEqual([404, 404, 404, 404]);
  expect(await listed(username)).toEqual([]);

  const everything = [
    ...fields,
    ['collection', collection] as const,
    ...ids.map((id) => ['listed', id] as const),
  ];
  expect((await session.post('/me/hidden/show', everything)).status).toBe(303);
  expect(await statuses(paths)).toEqual([200, 200, 200, 200]);
  expect(await listed(username)).toEqual([...ids].sort());
});

test('a learner record holds what issuers in all of them have signed, and is verified with it', async () => {
  const { session, ids } = await holderInAll('Chiamaka of Awka');
  const record = await makeRecord(session, ids);
  await session.post(`/me/record/${record}/link`, { link: 'on' });

  const report = await verifyBy(spread.laurel, {
    credential: await fetchJson(`${spread.laurel.url}/c/${record}.json`),
  });
  const bundle = await fetchJson(`${spread.laurel.url}/c/${record}.bundle.json`);

  expect(report.verdict).toBe('valid');
  expect(Object(bundle).held).toHaveLength(3);
});

test('what others say stands beside the credential, follows it to a fresh link, and shows with it alone', async () => {
  const { session, held, ids } = await holderInAll('Ifeoma of Onitsha');
  for (const [place, one] of held.entries()) {
    const issuer = spread.issuers[place] ?? spread.laurel;
    const { signed } = await anEndorsement(
      issuer,
      { ...one, session },
      `Emeka ${place} of Onitsha`,
    );
    expect(await countsIn(issuer, 'credentials', `id = '${signed}'`)).toEqual(
      [0, 1, 2].map((other) => Number(other === place)),
    );
    expect((await at(`/c/${signed}`)).status).toBe(200);
    const credential = await fetchJson(`${issuer.url}/c/${signed}.json`);
    expect((await verifyBy(issuer, { credential })).verdict).toBe('valid');
    const rotated = await session.post(`/me/credentials/${one.id}/rotate`, { copies: 'stays' });
    expect(rotated.status).toBe(303);
    expect((await at(`/c/${signed}`)).status).toBe(404);
  }
  const fresh = await Promise.all(
    held.map(async ({ award, id }) => {
      const page = await (await session.get(`/me/awards/${award}`)).text();
      return credentialIdsIn(page).filter((one) => one !== id);
    }),
  );
  expect(fresh.flat()).toHaveLength(3);
  expect(await statuses(ids.map((id) => `/c/${id}`))).toEqual([404, 404, 404]);
  for (const id of fresh.flat()) {
    const { endorsements } = await fetchJson(`${spread.laurel.url}/c/${id}/endorsements.json`);
    expect(endorsements).toMatchObject([{ verdict: 'valid' }]);
  }
});

test('erasing somebody asks no database in which nothing of theirs can be', async () => {
  const username = 'Nkechi of Nsukka';
  const { session, ids } = await holderInAll(username);
  const record = await makeRecord(session, ids);
  await session.post(`/me/record/${record}/link`, { link: 'on' });
  const { miniflare, publicDatabases } = spread.laurel.runtime;
  const env = await miniflare.getBindings<SignerEnv>('laurel-signer');
  const stores = await Promise.all(
    publicDatabases.map(async (binding) => ({
      binding,
      ...watched(await miniflare.getD1Database(binding, 'laurel-signer')),
    })),
  );
  const bound = Object.fromEntries(stores.map(({ binding, watching }) => [binding, watching]));

  // Their awards stand, so that it is their record alone.
  await eraseHolder(signingFor({ ...env, ...bound }), accountIdOf(username));

  const asked = stores.flatMap((one, at) => (one.asked.length > 0 ? [at + 1] : []));
  expect(asked).toEqual(databasesOfId(record, publicDatabases.length));
  expect((await at(`/c/${record}.json`)).status).toBe(410);
});

test('erasing somebody takes what all of them have signed, and leaves their name in none', async () => {
  const username = 'Obiageli of Asaba';
  const { session, ids } = await holderInAll(username);
  await aCollection(session, ids);

  expect((await session.post('/me/erase', { username })).status).toBe(200);

  expect(await statuses(ids.map((id) => `/c/${id}.json`))).toEqual([410, 410, 410]);
  expect(await cellsWith(spread.laurel, [username, accountIdOf(username)])).toEqual([]);
  await checkSigningRecords(spread.laurel);
});

import { expect } from 'vitest';
import type { Laurel } from './laurel.ts';

/** What must hold of the signer's records after every scenario. */
export async function checkSigningRecords(laurel: Laurel): Promise<void> {
  const { miniflare } = laurel.runtime;
  const priv = await miniflare.getD1Database('PRIVATE', 'laurel-signer');
  const published = await inAllOfPublic<{
    id: string;
    status_list: string;
    status_index: number;
    state: string;
  }>(laurel, 'select id, status_list, status_index, state from credentials');
  const { results: intents } = await priv
    .prepare('select credential_id, state, document, award_id from intents')
    .all<{ credential_id: string; state: string; document: string | null; award_id: string }>();
  const stateOf = new Map(intents.map((intent) => [intent.credential_id, intent.state]));

  for (const { id } of published) {
    expect(stateOf.get(id), `credential ${id} has no intent`).toBe('released');
  }
  const publishedIds = new Set(published.map(({ id }) => id));
  for (const { credential_id, state, document } of intents) {
    expect(publishedIds.has(credential_id)).toBe(state === 'released');
    expect(document === null).toBe(state !== 'recorded');
  }
  const places = published.map((row) => `${row.status_list}#${row.status_index}`);
  expect(new Set(places).size).toBe(places.length);
  const { results: revoked } = await priv
    .prepare(
      `select credential_id as id from intents join awards on awards.id = intents.award_id
        where intents.state = 'released' and awards.state = 'revoked'`,
    )
    .all<{ id: string }>();
  const states = new Map(published.map(({ id, state }) => [id, state]));
  for (const { id } of revoked) expect(states.get(id), `credential ${id}`).toBe('revoked');
  const set = await inAllOfPublic(
    laurel,
    `select c.id from credentials c join status_entries e
      on e.list = c.status_list and e.entry_index = c.status_index
      where (e.set_at_seconds is not null) <> (c.state in ('revoked', 'withdrawn'))`,
  );
  expect(set, 'a status bit differs from its credential’s state').toEqual([]);
}

/** What each of the databases that PUBLIC is spread over answers. */
async function inAllOfPublic<Row>(laurel: Laurel, query: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const binding of laurel.runtime.publicDatabases) {
    const store = await laurel.runtime.miniflare.getD1Database(binding, 'laurel-signer');
    rows.push(...(await store.prepare(query).all<Row>()).results);
  }
  return rows;
}

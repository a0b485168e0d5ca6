import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditOfRunning } from '../support/audited.ts';
import { aCredential, revoke } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { liveAsHolder } from '../support/life-as-holder.ts';
import { aMember } from '../support/members.ts';
import { type Migration, migrationsOf } from '../support/seeded-tables.ts';
import { undoing } from '../support/undone.ts';
import { verifyBy } from '../support/verifying.ts';

type Store = 'public' | 'private';

async function databaseOf({ runtime }: Laurel, store: Store) {
  const binding = store === 'public' ? 'PUBLIC' : 'PRIVATE';
  return runtime.miniflare.getD1Database(binding, 'laurel-signer');
}

async function run(laurel: Laurel, store: Store, statements: readonly string[]): Promise<void> {
  const database = await databaseOf(laurel, store);
  await database.batch(statements.map((sql) => database.prepare(sql)));
}

describe('Workers of today on the schema of before', () => {
  let laurel: Laurel;
  let organizer: BrowserSession;
  let page: string;
  beforeAll(async () => {
    laurel = await startLaurel();
    organizer = await aMember(laurel, 'Organizer of the Old House', [
      'admin',
      'awarder',
      'reviewer',
    ]);
    ({ page } = await aCredential(laurel));
  });
  afterAll(() => laurel.stop());

  /** The newest migrations of a store, each missing together with all that came after it. */
  const cases = (['public', 'private'] as const).flatMap((store) =>
    migrationsOf(store)
      .slice(-3)
      .map((migration, at, newest) => ({ store, name: migration.name, missing: newest.slice(at) })),
  );

  const DESK = ['', '/awards', '/members', '/achievements', '/maps'];

  /** Answers as ever, or says when to ask again; and nothing else. */
  async function servesOrPutsOff(path: string): Promise<void> {
    const answer = await organizer.get(path, { accept: 'application/problem+json' });
    const text = await answer.text();
    if (answer.status === 200) return;
    const told = [path, answer.status, answer.headers.get('retry-after')];
    expect(told, text).toEqual([path, 503, '60']);
    expect(text).toContain('/problems/store_unavailable');
  }

  test.each(cases)(
    '$store without $name: what needs it says 503 with Retry-After, and everything else is served',
    async ({ store, missing }) => {
      const path = new URL(page).pathname;
      const before = await (await fetch(`${page}.json`)).text();
      await run(laurel, store, [...missing].reverse().flatMap(undoing));
      try {
        const desk = DESK.map((one) => `/desk/issuers/${laurel.issuer}${one}`);
        for (const one of [...desk, '/me', path, `${path}.json`, `/issuers/${laurel.issuer}`]) {
          await servesOrPutsOff(one);
        }
        // What others verify by is there in any case, and what strangers see does not lean on PRIVATE.
        const own = store === 'private' ? [path, `${path}.json`, `${path}.pdf`] : [];
        for (const one of ['/.well-known/did.json', `/issuers/${laurel.issuer}/did.json`, ...own]) {
          const answer = await fetch(`${laurel.url}${one}`);
          expect([one, answer.status]).toEqual([one, 200]);
          await answer.arrayBuffer();
        }
      } finally {
        await run(laurel, store, missing.flatMap(statementsOf));
      }
      expect((await organizer.get(`/desk/issuers/${laurel.issuer}`)).status).toBe(200);
      expect(await (await fetch(`${page}.json`)).text()).toBe(before);
      expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
      await aCredential(laurel);
      expect(await auditOfRunning(laurel)).toEqual({});
    },
  );
});

function statementsOf({ statements }: Migration): readonly string[] {
  return statements;
}

test('Workers of before on the schema of after: tables and columns that they do not know change nothing', async () => {
  const laurel = await startLaurel();
  for (const store of ['public', 'private'] as const) {
    const database = await databaseOf(laurel, store);
    const { results } = await database
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%' and name not like 'd1_%'",
      )
      .all<{ name: string }>();
    await run(laurel, store, [
      'create table of_tomorrow (id text primary key, words text not null)',
      ...results.flatMap(({ name }) => [
        `alter table "${name}" add of_tomorrow text`,
        `alter table "${name}" add counted_tomorrow integer default 0 not null`,
      ]),
    ]);
  }

  const { page, award } = await aCredential(laurel);
  expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
  expect((await revoke(laurel, award, { reason: 'wrong_person' })).status).toBe(200);
  expect((await verifyBy(laurel, { url: page })).verdict).toBe('revoked');
  await liveAsHolder(laurel, 'Àrèmú of Tomorrow');
  await laurel.runtime.tick();

  expect(await auditOfRunning(laurel)).toEqual({});
  await laurel.stop();
}, 240_000);

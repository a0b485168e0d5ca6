import { type Ask, type Databases, type Row, setOf } from './ask.ts';
import type { Invariant } from './invariant.ts';
import { publicRowsById } from './page-against.ts';
import { pagesOf } from './pages.ts';

const PAGE_ROWS = 1_000;

const CREDENTIALS = {
  table: 'credentials',
  key: 'id',
  columns: 'id, state, document is not null as has_bytes',
} as const;

/** That PUBLIC says of a credential what stands of its award in PRIVATE. */
export const AWARDS_AND_CREDENTIALS: Invariant = {
  name: 'revoked-as-its-award',
  sentence:
    'The credentials of a revoked award are revoked, those of an accepted one are not, and those of an erased one have no bytes.',
  breaches: unlikeTheirAward,
};

async function* unlikeTheirAward(databases: Databases): AsyncGenerator<string> {
  const { ask } = databases;
  const pages = pagesOf(ask, {
    store: 'PRIVATE',
    table: 'intents',
    columns:
      'credential_id, award_id, (select state from awards where id = one.award_id) as award_state',
    size: PAGE_ROWS,
  });
  for await (const page of pages) {
    const made = page.filter(({ award_id: id }) => id !== '');
    const credentials = await publicRowsById(
      databases,
      CREDENTIALS,
      made.map(({ credential_id: id }) => String(id)),
    );
    const unlike = made.filter((row) => !agrees(row, credentials.get(String(row.credential_id))));
    yield* await withoutWork(ask, unlike);
  }
}

function agrees({ award_state: award }: Row, credential: Row | undefined): boolean {
  if (credential === undefined) return true;
  return award === null
    ? credential.has_bytes === 0
    : (award === 'revoked') === (credential.state === 'revoked');
}

/** Those of which no work is written down that will make it good. */
async function withoutWork(ask: Ask, rows: readonly Row[]): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  const idle = await ask(
    'PRIVATE',
    `select credential_id from intents left join awards on awards.id = award_id
      where credential_id in ${setOf(rows.map(({ credential_id: id }) => String(id)))}
        and not exists (select 1 from outbox where task ->> 'awardId' = award_id
          or (select batch_id from batch_revocations as revocation
            where revocation.id = task ->> 'revocationId') = awards.batch_id)`,
  );
  return idle.map(({ credential_id: id }) => String(id));
}

import type { Ask, Databases, Row } from './ask.ts';
import { type Invariant, inEachPublic } from './invariant.ts';
import { publicRowsById, rowsByKey } from './page-against.ts';
import { pagesOf } from './pages.ts';

/** Rows of one store that are held against the other at once. */
const PAGE_ROWS = 1_000;

/** What an intent froze, and nothing changes later. */
const FROZEN = [
  'issuer',
  'achievement_id',
  'language',
  'disclosure',
  'may_include_minors',
  'status_list',
  'status_index',
] as const;

/** That each signature was known before it was made, and that nothing that counts as made is missing. */
export const CREDENTIALS_AND_INTENTS: readonly Invariant[] = [
  inEachPublic({
    name: 'credential-has-its-intent',
    sentence: 'A credential has its intent, of the same facts, and that was not given up.',
    breaches: credentialsWithout,
  }),
  {
    name: 'intent-has-its-credential',
    sentence: 'An intent that was released has its credential, and one that was given up has none.',
    breaches: intentsWithout,
  },
];

async function* credentialsWithout(ask: Ask): AsyncGenerator<string> {
  const of = { table: 'credentials', columns: `id, ${FROZEN.join(', ')}`, size: PAGE_ROWS };
  for await (const page of pagesOf(ask, { store: 'PUBLIC', ...of })) {
    const columns = `credential_id, state, ${FROZEN.join(', ')}`;
    const intents = await rowsByKey(
      ask,
      { store: 'PRIVATE', table: 'intents', key: 'credential_id', columns },
      page.map(({ id }) => String(id)),
    );
    for (const row of page) {
      const intent = intents.get(String(row.id));
      if (intent === undefined || intent.state === 'abandoned' || !areSame(row, intent)) {
        yield String(row.id);
      }
    }
  }
}

async function* intentsWithout(databases: Databases): AsyncGenerator<string> {
  const of = { table: 'intents', columns: 'credential_id, state', size: PAGE_ROWS };
  for await (const page of pagesOf(databases.ask, { store: 'PRIVATE', ...of })) {
    const ended = page.filter(({ state }) => state !== 'recorded');
    const credentials = await publicRowsById(
      databases,
      { table: 'credentials', key: 'id', columns: 'id' },
      ended.map(({ credential_id: id }) => String(id)),
    );
    for (const { credential_id: id, state } of ended) {
      if (credentials.has(String(id)) !== (state === 'released')) yield String(id);
    }
  }
}

function areSame(one: Row, other: Row): boolean {
  return FROZEN.every((column) => one[column] === other[column]);
}

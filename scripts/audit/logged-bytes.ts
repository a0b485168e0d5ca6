import { publicHash, saltedHash, saltIn } from '@laurel/log/entry';
import { hashText } from '@laurel/log/hash';
import { wholeJwt } from '@laurel/proofs/jwt/kept';
import { signatureOfDocument, signatureOfJwt } from '@laurel/verification/ours/signature-of';
import { type Ask, type Row, setOf } from './ask.ts';
import { type Invariant, inEachPublic } from './invariant.ts';
import { rowsByKey } from './page-against.ts';
import { pagesOf } from './pages.ts';

/** Some kilobytes each, in three forms. */
const CREDENTIALS_A_PAGE = 100;
const DOCUMENTS_A_PAGE = 20;

const ARTEFACTS = ['document', 'jose_jwt', 'rsa_jwt'] as const;

/** That each signed text that is kept stands in the log, or waits for it. */
export const LOGGED_BYTES: readonly Invariant[] = [
  inEachPublic({
    name: 'signature-is-logged',
    sentence:
      'Every signed text of a credential leads to the log: the hash over its salt and its bytes stands there, or waits for it.',
    breaches: notLogged,
  }),
  inEachPublic({
    name: 'published-is-logged',
    sentence: 'So does every status list and every history of keys.',
    breaches: async function* (ask) {
      yield* documentsNotLogged(ask, 'status_lists', 'id');
      yield* documentsNotLogged(ask, 'key_histories', 'issuer');
    },
  }),
];

async function* notLogged(ask: Ask): AsyncGenerator<string> {
  const pages = pagesOf(ask, {
    store: 'PUBLIC',
    table: 'credentials',
    columns: `id, logged, ${ARTEFACTS.join(', ')}`,
    size: CREDENTIALS_A_PAGE,
  });
  for await (const page of pages) {
    // What was signed before there was a log is put there little by little.
    const rows = page.filter(({ logged, document }) => logged === 1 && document !== null);
    const salts = await saltsOf(ask, rows);
    for (const row of rows) {
      const missing = await Promise.all(ARTEFACTS.map((one) => lacksSalt(row, one, salts)));
      if (missing.includes(true)) yield String(row.id);
    }
  }
}

/** Rows of salts by credential, artefact and signature; whether what they lead to is logged is a rule of their own. */
async function saltsOf(ask: Ask, rows: readonly Row[]): Promise<ReadonlyMap<string, Row>> {
  if (rows.length === 0) return new Map();
  const salts = await ask(
    'PUBLIC',
    `select credential, artefact, signature, salt, hash from log_salts
      where credential in ${setOf(rows.map(({ id }) => String(id)))}`,
  );
  return new Map(
    salts.map((row) => [`${row.credential} ${row.artefact} ${row.signature}`, row] as const),
  );
}

async function lacksSalt(
  row: Row,
  artefact: (typeof ARTEFACTS)[number],
  salts: ReadonlyMap<string, Row>,
): Promise<boolean> {
  const kept = row[artefact];
  if (typeof kept !== 'string') return false;
  const text = artefact === 'document' ? kept : wholeJwt(kept, String(row.document));
  const signature =
    artefact === 'document' ? signatureOfDocument(JSON.parse(text)) : signatureOfJwt(text);
  const found = salts.get(`${row.id} ${artefact} ${signature}`);
  const salt = saltIn(String(found?.salt));
  return salt === null || hashText(await saltedHash(salt, text)) !== found?.hash;
}

async function* documentsNotLogged(ask: Ask, table: string, id: string): AsyncGenerator<string> {
  const of = { store: 'PUBLIC', table, size: DOCUMENTS_A_PAGE } as const;
  for await (const page of pagesOf(ask, { ...of, columns: `${id} as id, document, log_hash` })) {
    const rows = page.filter(({ log_hash: hash }) => hash !== null);
    const hashes = rows.map(({ log_hash: hash }) => String(hash));
    const [logged, waiting] = await Promise.all(
      ['log_entries', 'log_pending'].map((place) =>
        rowsByKey(ask, { store: 'PUBLIC', table: place, key: 'hash', columns: 'hash' }, hashes),
      ),
    );
    for (const { id: of, document, log_hash: hash } of rows) {
      const isKnown = logged?.has(String(hash)) === true || waiting?.has(String(hash)) === true;
      if (!isKnown || hashText(await publicHash(String(document))) !== hash) {
        yield `${table} ${of}`;
      }
    }
  }
}

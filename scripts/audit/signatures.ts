import { hasGoodProof } from '@laurel/proofs/data-integrity/verify';
import { wholeJwt } from '@laurel/proofs/jwt/kept';
import { isSignedBy } from '@laurel/proofs/jwt/signature';
import type { Ask, Row } from './ask.ts';
import { inEachPublic } from './invariant.ts';
import { rowsByKey } from './page-against.ts';
import { pagesOf } from './pages.ts';

const CREDENTIALS_A_PAGE = 100;

const KEYS = {
  store: 'PUBLIC',
  table: 'verification_keys',
  key: 'id',
  columns: 'id, jwk',
} as const;

/** That what is kept was signed as it stands. Some milliseconds for each credential: asked for by `--signatures`. */
export const SIGNATURES_ARE_GOOD = inEachPublic({
  name: 'signature-is-good',
  sentence: 'The proof and both JWTs of a credential verify under the keys that it says.',
  breaches: badlySigned,
});

async function* badlySigned(ask: Ask): AsyncGenerator<string> {
  const pages = pagesOf(ask, {
    store: 'PUBLIC',
    table: 'credentials',
    columns: 'id, document, jose_jwt, rsa_jwt, ed25519_key_id, rsa_key_id',
    size: CREDENTIALS_A_PAGE,
  });
  for await (const page of pages) {
    const rows = page.filter(({ document }) => document !== null);
    const keys = await rowsByKey(
      ask,
      KEYS,
      rows.flatMap((row) => [String(row.ed25519_key_id), String(row.rsa_key_id)]),
    );
    for (const row of rows) if (!(await isGood(row, keys))) yield String(row.id);
  }
}

function tokenIn(row: Row, artefact: 'jose_jwt' | 'rsa_jwt'): string {
  return wholeJwt(String(row[artefact]), String(row.document));
}

async function isGood(row: Row, keys: ReadonlyMap<string, Row>): Promise<boolean> {
  const ed25519 = keys.get(String(row.ed25519_key_id));
  const rsa = keys.get(String(row.rsa_key_id));
  if (ed25519 === undefined || rsa === undefined) return false;
  const jwk = JSON.parse(String(ed25519.jwk));
  return (
    (await hasGoodProof(JSON.parse(String(row.document)), 'eddsa-rdfc-2022', jwk)) &&
    (await isSignedBy(tokenIn(row, 'jose_jwt'), { kind: 'Ed25519', jwk })) &&
    (row.rsa_jwt === null ||
      (await isSignedBy(tokenIn(row, 'rsa_jwt'), {
        kind: 'RSA',
        jwk: JSON.parse(String(rsa.jwk)),
      })))
  );
}

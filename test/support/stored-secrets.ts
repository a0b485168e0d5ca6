import { unseal } from '../../services/signer/src/keys/seal.ts';
import { everyCell } from './every-row.ts';
import { KEY_ENCRYPTION_SECRETS, type Laurel } from './laurel.ts';

/** A text that short may stand anywhere by chance. */
const SHORTEST = 9;

/** Words of ours, such as states and kinds of work: they tell of nobody. */
const WORD = /^[a-z][a-z_.:/-]*$/;

/** Types of documents, by which places in the code are called too. */
const TYPES: readonly string[] = ['Achievement', 'Nomination'];

/**
 * Every text in both databases that is no word of ours: names, ids, hashes, codes, sealed keys, secrets of webhooks,
 * documents and what stands in them; and the private keys, unsealed, as text in each of the usual ways.
 */
export async function storedSecrets(laurel: Laurel): Promise<ReadonlySet<string>> {
  const secrets = new Set<string>();
  for (const binding of ['PUBLIC', 'PRIVATE'] as const) {
    const store = await laurel.runtime.miniflare.getD1Database(binding, 'laurel-signer');
    for (const { text } of await everyCell(store)) {
      for (const leaf of leavesOf(text)) {
        if (leaf.length < SHORTEST || WORD.test(leaf) || TYPES.includes(leaf)) continue;
        secrets.add(leaf);
      }
    }
  }
  for (const bytes of await privateKeys(laurel)) {
    for (const encoding of ['base64', 'base64url', 'hex'] as const) {
      // The first bytes of a PKCS #8 key only say of what kind it is.
      secrets.add(bytes.subarray(16, 48).toString(encoding).replaceAll('=', '').slice(0, 40));
    }
  }
  return secrets;
}

async function privateKeys(laurel: Laurel): Promise<readonly Buffer[]> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
  const { results } = await store
    .prepare('select key_id, owner, secret_version, nonce, sealed from sealed_keys')
    .all<Record<'key_id' | 'owner' | 'nonce' | 'sealed', string> & { secret_version: number }>();
  return Promise.all(
    results.map(async ({ key_id: keyId, owner, secret_version: secretVersion, nonce, sealed }) =>
      Buffer.from(
        await unseal({ secretVersion, nonce, sealed }, { owner, keyId }, KEY_ENCRYPTION_SECRETS),
      ),
    ),
  );
}

/** The texts in a cell, which may be JSON with more of them inside. */
function leavesOf(text: string): readonly string[] {
  if (!/^[{["]/.test(text)) return [text];
  try {
    const leaves: string[] = [text];
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string') leaves.push(value);
      return value;
    });
    return leaves;
  } catch {
    return [text];
  }
}

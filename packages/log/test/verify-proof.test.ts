import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkpointText } from '../src/checkpoint.ts';
import { type LogEntry, leafOf, publicHash, saltedHash } from '../src/entry.ts';
import { inclusionProof } from '../src/inclusion.ts';
import { signedNote } from '../src/note.ts';
import { proofText, readProof } from '../src/proof-text.ts';
import { verifierKey } from '../src/verifier-key.ts';
import { verifyProof } from '../src/verify-proof.ts';
import { aTree } from './a-tree.ts';

const NAME = 'laurel.example/log';
const TEXT = '{"a":"credential"}';
const salt = new Uint8Array(32).fill(5);

/** A log of five entries, of which the fourth is of TEXT, with its proof. */
async function aProof() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const key = await verifierKey(NAME, new Uint8Array(Buffer.from(x, 'base64url')));
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  const signing = await webcrypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  const entry: LogEntry = {
    kind: 'credential',
    loggedAtSeconds: 1_795_000_000,
    hash: await saltedHash(salt, TEXT),
  };
  const tree = aTree();
  const others = await Promise.all(
    ['a', 'b', 'c', 'd'].map(async (text) =>
      leafOf({ kind: 'status', loggedAtSeconds: 1, hash: await publicHash(text) }),
    ),
  );
  const root = await tree.append([...others.slice(0, 3), await leafOf(entry), ...others.slice(3)]);
  const note = await signedNote(checkpointText({ origin: NAME, size: 5, root }), key, signing);
  const hashes = await inclusionProof(3, 5, tree.read);
  return { key, proof: proofText({ entry, salt, index: 3, hashes, checkpoint: note }) };
}

test('a proof shows offline that exactly this text is in the log, where and since when', async () => {
  const { key, proof } = await aProof();

  expect(await verifyProof(TEXT, proof, [key])).toEqual({
    ok: true,
    value: { index: 3, loggedAtSeconds: 1_795_000_000, size: 5 },
  });
  expect(await verifyProof(`${TEXT} `, proof, [key])).toEqual({
    ok: false,
    failure: 'another_text',
  });
  expect(await verifyProof(TEXT, proof, [])).toEqual({ ok: false, failure: 'unsigned' });
  const { key: stranger } = await aProof();
  expect(await verifyProof(TEXT, proof, [stranger])).toEqual({ ok: false, failure: 'unsigned' });
});

test('a proof is written as C2SP has it, and read back as it was', async () => {
  const { proof } = await aProof();
  const [first, extra, index, ...rest] = proof.split('\n');

  expect(first).toBe('c2sp.org/tlog-proof@v1');
  expect(Buffer.from(extra?.replace('extra ', '') ?? '', 'base64').toString()).toMatch(
    /^laurel\/1 credential 1795000000 \S{44}\n\S{44}$/,
  );
  expect(index).toBe('index 3');
  expect(rest.slice(0, 4).map(({ length }) => length)).toEqual([44, 44, 44, 0]);
  const read = readProof(proof);
  expect(read === null ? '' : proofText(read)).toBe(proof);
});

test('no letter of a proof can be another without its being noticed', async () => {
  const { key, proof } = await aProof();
  const letters = [...proof];
  for (const [at, letter] of letters.entries()) {
    const changed = letters.with(at, letter === 'A' ? 'B' : 'A').join('');
    expect((await verifyProof(TEXT, changed, [key])).ok, `letter ${at}: ${letter}`).toBe(false);
    expect((await verifyProof(TEXT, proof.slice(0, at), [key])).ok).toBe(false);
  }
});

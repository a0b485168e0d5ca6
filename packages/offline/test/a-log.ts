import { serviceDid } from '@laurel/core/addresses';
import { bytesOfBase64 } from '@laurel/core/base64';
import type { JsonObject } from '@laurel/core/json';
import { checkpointText, logName } from '@laurel/log/checkpoint';
import { type LogEntry, leafOf, publicHash, saltedHash } from '@laurel/log/entry';
import { inclusionProof } from '@laurel/log/inclusion';
import { signedNote } from '@laurel/log/note';
import { proofText } from '@laurel/log/proof-text';
import { type VerifierKey, verifierKey, verifierKeyText } from '@laurel/log/verifier-key';
import type { SigningKey } from '@laurel/proofs/data-integrity/sign';
import { aTree } from '../../log/test/a-tree.ts';

/** A log with one entry for each of these texts, and what shows it, in their order. */
export async function aLog(
  origin: string,
  key: SigningKey,
  texts: readonly string[],
  loggedAtSeconds: number,
  isSalted = true,
): Promise<{ readonly history: JsonObject; readonly proofs: readonly string[] }> {
  const known = await knownAs(origin, key);
  const salted = await Promise.all(
    texts.map(async (text, at) => {
      const salt = isSalted ? new Uint8Array(32).fill(at + 1) : null;
      const hash = salt === null ? await publicHash(text) : await saltedHash(salt, text);
      const entry: LogEntry = { kind: 'credential', loggedAtSeconds, hash };
      return { salt, entry };
    }),
  );
  const tree = aTree();
  const root = await tree.append(await Promise.all(salted.map(({ entry }) => leafOf(entry))));
  const head = checkpointText({ origin: logName(origin), size: texts.length, root });
  const checkpoint = await signedNote(head, known, key.privateKey);
  const proofs = await Promise.all(
    salted.map(async ({ salt, entry }, index) =>
      proofText({
        entry,
        salt,
        index,
        hashes: await inclusionProof(index, texts.length, tree.read),
        checkpoint,
      }),
    ),
  );
  const keys = [{ verifierKey: verifierKeyText(known) }];
  return { history: { issuer: serviceDid(origin), keys }, proofs };
}

function knownAs(origin: string, { publicKey: { jwk } }: SigningKey): Promise<VerifierKey> {
  const x = jwk.kty === 'OKP' ? jwk.x : '';
  return verifierKey(logName(origin), bytesOfBase64(x.replaceAll('-', '+').replaceAll('_', '/')));
}

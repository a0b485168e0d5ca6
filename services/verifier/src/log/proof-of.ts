import type { SignedArtefact } from '@laurel/core/signed-artefact';
import { type LogEntry, saltIn } from '@laurel/log/entry';
import { inclusionProofs } from '@laurel/log/inclusion';
import { proofText } from '@laurel/log/proof-text';
import { storedHash, storedSubtrees } from '@laurel/store/public/stored-subtrees';
import { signatureOfDocument, signatureOfJwt } from '@laurel/verification/ours/signature-of';
import type { PublicDatabase } from '../record/database.ts';
import type { Visible } from '../record/visible-credential.ts';
import { findCheckpoint } from './checkpoint.ts';
import type { LoggedArtefact } from './log-place.ts';

/**
 * That an artefact, as it is on record now, is in the log: a C2SP tlog-proof, with its salt. Null while it
 * waits for the log, and where there is no such artefact.
 */
export async function proofOf(found: Visible, artefact: SignedArtefact): Promise<string | null> {
  const logged = loggedArtefact(found, artefact);
  if (logged === null) return null;
  const [proof = null] = await proofsOf(found.foundIn, [logged]);
  return proof;
}

/** What leads to an artefact, as it is on record now, in the log; null where nothing does. */
function loggedArtefact({ row, logged }: Visible, artefact: SignedArtefact): LoggedArtefact | null {
  const signature = {
    document: row.document === null ? null : signatureOfDocument(JSON.parse(row.document)),
    jose_jwt: row.joseJwt === null ? null : signatureOfJwt(row.joseJwt),
    rsa_jwt: row.rsaJwt === null ? null : signatureOfJwt(row.rsaJwt),
  }[artefact];
  return logged.find((one) => one.signature === signature) ?? null;
}

/** The same of many of one database at once, in order, in two statements. */
export async function proofsOf(
  db: PublicDatabase,
  artefacts: readonly LoggedArtefact[],
): Promise<readonly (string | null)[]> {
  return prove(
    db,
    artefacts.map(({ hash, index, loggedAtSeconds, salt }) =>
      index === null || loggedAtSeconds === null
        ? null
        : { index, entry: { kind: 'credential', loggedAtSeconds, hash: storedHash(hash) }, salt },
    ),
  );
}

type ToProve = {
  readonly index: number;
  readonly entry: LogEntry;
  readonly salt: string | null;
};

async function prove(
  db: PublicDatabase,
  wanted: readonly (ToProve | null)[],
): Promise<readonly (string | null)[]> {
  const checkpoint = await findCheckpoint(db);
  if (checkpoint === null) return wanted.map(() => null);
  const { size, note } = checkpoint;
  // What was appended since the last signature is proven after the next.
  const provable = wanted.flatMap((one) => (one !== null && one.index < size ? [one] : []));
  const proofs = await inclusionProofs(
    provable.map(({ index }) => index),
    size,
    storedSubtrees(db),
  );
  const texts = new Map(
    provable.map(({ index, entry, salt }, at) => [
      index,
      proofText({
        entry,
        salt: salt === null ? null : saltIn(salt),
        index,
        hashes: proofs[at] ?? [],
        checkpoint: note,
      }),
    ]),
  );
  return wanted.map((one) => (one === null ? null : (texts.get(one.index) ?? null)));
}

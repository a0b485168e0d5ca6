import { type LogEntry, saltIn } from '@laurel/log/entry';
import { inclusionProofs } from '@laurel/log/inclusion';
import { proofText } from '@laurel/log/proof-text';
import type { ReadSubtrees } from '@laurel/log/subtree';
import { storedHash, storedSubtrees } from '@laurel/store/public/stored-subtrees';
import { signatureOfDocument } from '@laurel/verification/ours/signature-of';
import type { PublicDatabase } from '../record/database.ts';
import type { Visible, VisibleWithProof } from '../record/visible-credential.ts';
import { findCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import type { LoggedArtefact } from './log-place.ts';

/**
 * That the document of a credential, as it is on record now, is in the log: a C2SP tlog-proof, with its salt. Null while it
 * waits for the log, and where there is no document any more. Asks for nothing.
 */
export async function proofOfDocument({
  found,
  beside: { head, subtrees },
}: VisibleWithProof): Promise<string | null> {
  const logged = loggedDocument(found);
  if (logged === null) return null;
  const hashes = new Map(subtrees.map((one) => [`${one.level}/${one.position}`, one.hash]));
  const [proof = null] = await prove([toProve(logged)], head, async (wanted) =>
    wanted.map(({ level, position }) => storedHash(hashes.get(`${level}/${position}`))),
  );
  return proof;
}

/** What leads to its document in the log; null where nothing does. */
function loggedDocument({ row, logged }: Visible): LoggedArtefact | null {
  if (row.document === null) return null;
  const signature = signatureOfDocument(JSON.parse(row.document));
  return logged.find((one) => one.signature === signature) ?? null;
}

/** The same of many of one database at once, in order, in two statements. */
export async function proofsOf(
  db: PublicDatabase,
  artefacts: readonly LoggedArtefact[],
): Promise<readonly (string | null)[]> {
  return prove(artefacts.map(toProve), await findCheckpoint(db), storedSubtrees(db));
}

function toProve({ hash, index, loggedAtSeconds, salt }: LoggedArtefact): ToProve | null {
  return index === null || loggedAtSeconds === null
    ? null
    : { index, entry: { kind: 'credential', loggedAtSeconds, hash: storedHash(hash) }, salt };
}

type ToProve = {
  readonly index: number;
  readonly entry: LogEntry;
  readonly salt: string | null;
};

async function prove(
  wanted: readonly (ToProve | null)[],
  checkpoint: SignedCheckpoint | null,
  read: ReadSubtrees,
): Promise<readonly (string | null)[]> {
  if (checkpoint === null) return wanted.map(() => null);
  const { size, note } = checkpoint;
  // What was appended since the last signature is proven after the next.
  const provable = wanted.flatMap((one) => (one !== null && one.index < size ? [one] : []));
  const proofs = await inclusionProofs(
    provable.map(({ index }) => index),
    size,
    read,
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

import { credentialUrl } from '@laurel/core/addresses';
import type { Paper } from '@laurel/core/paper';
import type { Messages } from '@laurel/i18n/messages';
import { writeCsv } from '@laurel/sheet/write-csv';
import type { Desk } from '../env.ts';
import { certificateFileName } from './file-name.ts';
import type { CertificateRow } from './find-rows.ts';
import { inSets } from './sets.ts';
import { explainNone, noneOnRecord } from './why-none.ts';
import type { ArchivedFile } from './zip-stream.ts';

/** Sorts before every certificate, whose names begin with a number. */
const LIST_NAME = '_list.csv';

/** What became of each row, by its number: the name of its file, or why there is none. */
type Told = Map<number, { readonly file: string } | { readonly none: string }>;

/** A part of a batch, and how its certificates are wanted. */
export type WantedPart = {
  readonly rows: readonly CertificateRow[];
  readonly rowsOfBatch: number;
  readonly paper: Paper;
  /** Of the list, which its organizer reads. */
  readonly messages: Messages;
};

/**
 * The certificates of a part, set by set, and at the end the list that says of each row which file is
 * theirs: it tells what is there, and is missing where something went wrong before. Whether a
 * certificate may be handed out is asked anew for each set.
 */
export async function* filesOfPart(
  desk: Desk,
  { rows, rowsOfBatch, paper, messages }: WantedPart,
): AsyncGenerator<ArchivedFile, undefined> {
  const told: Told = new Map();
  const wanted: { readonly row: CertificateRow; readonly credential: string }[] = [];
  for (const row of rows) {
    const none = noneOnRecord(row, messages);
    if (none !== null) told.set(row.row, { none });
    else if (row.credential !== null) wanted.push({ row, credential: row.credential });
  }
  for (const set of inSets(wanted)) {
    const ids = set.map(({ credential }) => credential);
    const answers = await desk.verifier.certificates(ids, paper);
    for (const [at, { row }] of set.entries()) {
      const answer = answers[at];
      if (answer === undefined) throw new Error('the verifier left a certificate unanswered');
      if (!answer.ok) {
        told.set(row.row, { none: explainNone(answer.failure, messages) });
        continue;
      }
      const name = certificateFileName(row.row, rowsOfBatch, row.username);
      told.set(row.row, { file: name });
      yield { name, bytes: answer.value, compress: false };
    }
  }
  const list = listOf(desk.origin, rows, told, messages);
  yield { name: LIST_NAME, bytes: new TextEncoder().encode(list), compress: true };
}

function listOf(
  origin: string,
  rows: readonly CertificateRow[],
  told: Told,
  { message }: Messages,
): string {
  const columns = ['row', 'username', 'file', 'address', 'none'] as const;
  return writeCsv([
    columns.map((column) => message(`certificates-column-${column}`)),
    ...rows.map(({ row, username, credential }) => {
      const own = [String(row + 1), username];
      const what = told.get(row);
      if (what === undefined) throw new Error('a row of which nothing is told');
      return 'file' in what
        ? [...own, what.file, credentialUrl(origin, credential ?? ''), '']
        : [...own, '', '', what.none];
    }),
  ]);
}

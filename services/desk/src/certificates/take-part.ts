import type { Failure } from '@laurel/core/failure';
import type { Paper } from '@laurel/core/paper';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Messages } from '@laurel/i18n/messages';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { DeskBatch } from '../batches/batch-progress.ts';
import type { Desk } from '../env.ts';
import { filesOfPart } from './files-of-part.ts';
import { certificateRows } from './find-rows.ts';
import { inParts } from './parts.ts';
import { zipStream } from './zip-stream.ts';

/** Which certificates of a batch, and on what paper. */
export type PartAsked = {
  /** From 1. */
  readonly part: number;
  readonly paper: Paper;
  /** True where nobody takes anything (HEAD): nothing is drawn, and there is nothing to tell. */
  readonly onlyHeaders: boolean;
};

/**
 * One part of a batch's certificates as a ZIP archive. Refused while the batch is being worked, for its
 * parts are settled only then. That somebody takes it along is told in the audit trail before anything
 * is handed over.
 */
export async function takePart(
  desk: Desk,
  actor: Actor,
  batch: DeskBatch,
  { part, paper, onlyHeaders }: PartAsked,
  messages: Messages,
): Promise<Result<Response, Failure>> {
  const rows = await certificateRows(desk, batch);
  if (rows.some(({ queued }) => queued)) return refuse({ reason: 'batch_not_done' });
  const parts = inParts(rows);
  const wanted = parts[part - 1];
  if (wanted === undefined) {
    return refuse({ reason: 'certificates_part_unknown', parts: parts.length });
  }
  const headers = {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="certificates-${batch.id}-${part}-of-${parts.length}.zip"`,
    'cache-control': 'no-store',
  };
  if (onlyHeaders) return ok(new Response(null, { headers }));
  const entry = auditing(desk, {
    issuer: batch.issuer,
    actor: actor.accountId,
    act: 'certificates_taken',
    subject: batch.id,
    details: { part, parts: parts.length },
  });
  await desk.store.batch([entry.before, entry.after]);
  const files = filesOfPart(desk, { rows: wanted, rowsOfBatch: rows.length, paper, messages });
  return ok(new Response(zipStream(files, desk.nowSeconds), { headers }));
}

import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { auditCsv, auditLines, exportAudit } from './read.ts';
import { auditing } from './write.ts';

/** The audit trail as a file, with keys instead of people. That it was taken is told in the trail. */
export async function auditExport(
  desk: Desk,
  actor: Actor,
  format: 'csv' | 'jsonl',
): Promise<Response> {
  const records = await exportAudit(desk, actor.issuer);
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: 'audit_exported',
    subject: actor.issuer,
    details: { size: records.length },
  });
  await desk.store.batch([entry.before, entry.after]);
  return new Response(format === 'csv' ? auditCsv(records) : auditLines(records), {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl',
      'content-disposition': `attachment; filename="audit-${actor.issuer}.${format}"`,
      'cache-control': 'no-store',
    },
  });
}

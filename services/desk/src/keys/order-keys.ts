import type { AuditAct } from '@laurel/core/audit-act';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { KeyAlgorithm } from '@laurel/core/verification-key';
import { logDefect } from '@laurel/observing/log-defect';
import { keyOrders } from '@laurel/store/private/desk';
import { SERVICE_TRAIL } from '../audit/service-trail.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';

/** Orders that new keys take the place of those that an issuer signs with; of one algorithm, or of all. */
export async function orderRotation(
  desk: Desk,
  steward: string,
  issuer: string,
  algorithm: KeyAlgorithm | null,
): Promise<Result<string, Failure>> {
  const keys = await desk.signer.keysOf([issuer]);
  if (keys.length === 0) return refuse({ reason: 'page_unknown' });
  return order(desk, steward, 'key_rotation_ordered', issuer, {
    act: 'rotate',
    issuer,
    algorithm,
    keyId: null,
    sinceSeconds: null,
  });
}

/**
 * Orders that a key is believed no more since a moment, and that what it signed before is signed anew. What
 * was ordered before with a later moment is not undone by this.
 */
export async function orderStolen(
  desk: Desk,
  steward: string,
  issuer: string,
  keyId: string,
  sinceSeconds: number,
): Promise<Result<string, Failure>> {
  const keys = await desk.signer.keysOf([issuer]);
  if (!keys.some(({ id }) => id === keyId)) return refuse({ reason: 'page_unknown' });
  return order(desk, steward, 'key_theft_declared', keyId, {
    act: 'compromised',
    issuer,
    algorithm: null,
    keyId,
    sinceSeconds,
  });
}

type Ordered = Omit<typeof keyOrders.$inferInsert, 'id' | 'orderedAtSeconds'>;

/** The order and its entries in the trails are one transaction; the signer finds it by itself if the call is lost. */
async function order(
  desk: Desk,
  steward: string,
  act: AuditAct,
  subject: string,
  ordered: Ordered,
): Promise<Result<string, Failure>> {
  const id = freshId();
  const details = { order: id, since: ordered.sinceSeconds ?? desk.nowSeconds };
  const told = { actor: steward, act, subject, details };
  const service = auditing(desk, { issuer: SERVICE_TRAIL, ...told });
  const own = auditing(desk, { issuer: ordered.issuer, ...told });
  await desk.store.batch([
    service.before,
    own.before,
    desk.store.insert(keyOrders).values({ id, ...ordered, orderedAtSeconds: desk.nowSeconds }),
    service.after,
    own.after,
  ]);
  await desk.signer.carryOutKeyOrders().catch((defect: unknown) => logDefect(defect));
  return ok(id);
}

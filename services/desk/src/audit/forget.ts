import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { auditPeople } from '@laurel/store/private/desk';
import { and, eq, ne } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { auditing } from './write.ts';

/**
 * Erases whom a key of the audit trail stands for. Its entries stay, and are nobody's from then on. It
 * cannot be taken back. Nobody erases themselves: what they did would be nobody's by their own hand.
 */
export async function forgetPerson(
  desk: Desk,
  actor: Actor,
  key: string,
): Promise<Result<null, Failure>> {
  const entry = auditing(
    desk,
    { issuer: actor.issuer, actor: actor.accountId, act: 'person_forgotten', subject: key },
    { ifChanged: true },
  );
  const ofKey = and(eq(auditPeople.issuer, actor.issuer), eq(auditPeople.key, key));
  const [, gone, , left] = await desk.store.batch([
    entry.before,
    desk.store
      .delete(auditPeople)
      .where(and(ofKey, ne(auditPeople.accountId, actor.accountId)))
      .returning({ key: auditPeople.key }),
    entry.after,
    desk.store.select({ key: auditPeople.key }).from(auditPeople).where(ofKey),
  ]);
  if (gone.length > 0) return ok(null);
  return refuse({ reason: left.length > 0 ? 'own_trail' : 'page_unknown' });
}

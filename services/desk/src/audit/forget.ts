import { auditPeople } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { auditing } from './write.ts';

/**
 * Erases whom a key of the audit trail stands for. Its entries stay, and are nobody's from then on. It
 * cannot be taken back. True where there was such a person.
 */
export async function forgetPerson(desk: Desk, actor: Actor, key: string): Promise<boolean> {
  const entry = auditing(
    desk,
    { issuer: actor.issuer, actor: actor.accountId, act: 'person_forgotten', subject: key },
    { ifChanged: true },
  );
  const [, gone] = await desk.store.batch([
    entry.before,
    desk.store
      .delete(auditPeople)
      .where(and(eq(auditPeople.issuer, actor.issuer), eq(auditPeople.key, key)))
      .returning({ key: auditPeople.key }),
    entry.after,
  ]);
  return gone.length > 0;
}

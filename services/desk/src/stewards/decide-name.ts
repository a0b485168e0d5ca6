import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { declaredNames, nameChanges } from '@laurel/store/private/desk';
import { and, eq, ne, sql } from 'drizzle-orm';
import { SERVICE_TRAIL } from '../audit/service-trail.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { waitingChange } from './name-changes.ts';

/** What a steward says to a wish, with words that its holder alone reads. */
export type NameDecision = { readonly decision: 'approved' | 'refused'; readonly answer: string };

/**
 * Changes a declared name as its holder wished, or leaves it. Either way the wish is forgotten, and with it the
 * former name: credentials that have it keep it, and nothing else does.
 */
export async function decideName(
  desk: Desk,
  steward: string,
  id: string,
  { decision, answer }: NameDecision,
): Promise<Result<null, Failure>> {
  const wish = await waitingChange(desk, id);
  if (wish === null) return refuse({ reason: 'name_change_decided' });
  if (wish.accountId === steward) return refuse({ reason: 'own_name_change' });
  const { store, nowSeconds } = desk;
  const open = and(
    eq(nameChanges.id, id),
    eq(nameChanges.state, 'waiting'),
    ne(nameChanges.accountId, steward),
  );
  const entry = auditing(
    desk,
    { issuer: SERVICE_TRAIL, actor: steward, act: `name_change_${decision}`, subject: id },
    { ifChanged: true },
  );
  const deciding = store
    .update(nameChanges)
    .set({
      state: decision,
      writings: null,
      why: null,
      answer,
      decidedBy: steward,
      decidedAtSeconds: nowSeconds,
    })
    .where(open)
    .returning({ id: nameChanges.id });
  const changing = store
    .update(declaredNames)
    .set({
      writings: sql`(select ${nameChanges.writings} from ${nameChanges} where ${open})`,
      sinceSeconds: nowSeconds,
    })
    .where(sql`${declaredNames.accountId} =
    (select ${nameChanges.accountId} from ${nameChanges} where ${open})`);
  const decided =
    decision === 'approved'
      ? (await store.batch([entry.before, changing, deciding, entry.after]))[2]
      : (await store.batch([entry.before, deciding, entry.after]))[1];
  return decided.length > 0 ? ok(null) : refuse({ reason: 'name_change_decided' });
}

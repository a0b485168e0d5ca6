import type { RecipientRefusal } from '@laurel/core/failure';
import {
  accounts,
  auditPeople,
  awards,
  batchRows,
  confirmations,
  credentialNotes,
  declaredNames,
  eventVolunteers,
  grants,
  nameChanges,
  nominations,
  outbox,
  rateLimits,
  sessions,
  sheetRows,
  signatories,
  slips,
  stewards,
  walletOffers,
} from '@laurel/store/private/desk';
import { and, eq, ne, or, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';

/** What the issuer sees in the place of somebody who is not here any more. */
const NOBODY: RecipientRefusal = { reason: 'account_missing' };

/**
 * The statements that erase what is kept about somebody, in this order. Rows that others count on stay,
 * and are nobody's. `username` is null for somebody whom Wikimedia hides.
 */
export function forgettingPerson({ store }: Desk, accountId: string, username: string | null) {
  const name = username ?? '';
  const named = (text: string) =>
    name === '' ? sql`false` : sql`instr(replace(${sql.raw(text)}, '_', ' '), ${name}) > 0`;
  const theirs = sql`(select id from awards where account_id = ${accountId} and state <> 'accepted')`;
  return [
    store
      .update(batchRows)
      .set({ state: 'refused', refusal: NOBODY, username: null, accountId: null })
      .where(
        or(
          eq(batchRows.accountId, accountId),
          sql`${batchRows.awardId} in ${theirs}`,
          and(ne(batchRows.state, 'awarded'), named('batch_rows.username')),
        ),
      ),
    store.delete(outbox).where(sql`${outbox.task} ->> 'awardId' in ${theirs}`),
    store.delete(awards).where(and(eq(awards.accountId, accountId), ne(awards.state, 'accepted'))),
    store
      .update(sheetRows)
      .set({
        cells: sql`(select json_group_array('') from json_each(sheet_rows.cells))`,
        username: null,
        finding: null,
        pile: 'not_found',
        accountId: null,
        confirmed: false,
      })
      .where(
        or(
          eq(sheetRows.accountId, accountId),
          sql`instr(${sheetRows.finding}, ${JSON.stringify(accountId)}) > 0`,
          named('sheet_rows.cells'),
          named('sheet_rows.username'),
          named('sheet_rows.finding'),
        ),
      ),
    store
      .update(slips)
      .set({
        accountId: null,
        state: sql`iif(${slips.state} = 'presented', 'refused', ${slips.state})`,
      })
      .where(eq(slips.accountId, accountId)),
    store
      .delete(nominations)
      .where(or(eq(nominations.nominee, accountId), eq(nominations.nominator, accountId))),
    store.delete(signatories).where(eq(signatories.accountId, accountId)),
    store.delete(eventVolunteers).where(eq(eventVolunteers.accountId, accountId)),
    store.delete(grants).where(eq(grants.accountId, accountId)),
    store.delete(stewards).where(eq(stewards.accountId, accountId)),
    store.delete(sessions).where(eq(sessions.accountId, accountId)),
    store.delete(auditPeople).where(eq(auditPeople.accountId, accountId)),
    store
      .delete(rateLimits)
      .where(sql`substr(${rateLimits.key}, instr(${rateLimits.key}, ':') + 1) = ${accountId}`),
    store.delete(confirmations).where(eq(confirmations.confirmedBy, accountId)),
    store.delete(walletOffers).where(eq(walletOffers.accountId, accountId)),
    store.delete(declaredNames).where(eq(declaredNames.accountId, accountId)),
    store.delete(nameChanges).where(eq(nameChanges.accountId, accountId)),
    store.delete(credentialNotes).where(eq(credentialNotes.accountId, accountId)),
    store.delete(accounts).where(eq(accounts.id, accountId)),
  ] as const;
}

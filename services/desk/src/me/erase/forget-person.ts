import {
  accounts,
  auditPeople,
  awardReports,
  awards,
  calendarFeeds,
  confirmations,
  credentialNotes,
  declaredNames,
  endorsements,
  eventVolunteers,
  grants,
  handOverItems,
  handOvers,
  mapWalks,
  mutedAskers,
  mutedIssuers,
  nameChanges,
  nominations,
  outbox,
  rateLimits,
  sessions,
  shareOuts,
  signatories,
  slips,
  stewards,
  termExceptions,
  termReminders,
  thanks,
  trainers,
  walletOffers,
} from '@laurel/store/private/desk';
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { forgettingMentoring } from './forget-mentoring.ts';
import { forgettingRows } from './forget-rows.ts';
import type { RowsNaming } from './rows-naming.ts';

/**
 * The statements that erase what is kept about somebody, in this order. Rows that others count on stay,
 * and are nobody's.
 */
export function forgettingPerson(desk: Desk, accountId: string, naming: RowsNaming) {
  const { store } = desk;
  const theirs = sql`(select id from awards where account_id = ${accountId} and state <> 'accepted')`;
  return [
    ...forgettingRows(desk, accountId, naming),
    store.delete(outbox).where(sql`${outbox.task} ->> 'awardId' in ${theirs}`),
    store.delete(thanks).where(inArray(thanks.awardId, theirs)),
    store.delete(handOverItems).where(inArray(handOverItems.awardId, theirs)),
    store.delete(handOvers).where(inArray(handOvers.awardId, theirs)),
    store.delete(termReminders).where(inArray(termReminders.awardId, theirs)),
    store.delete(awards).where(and(eq(awards.accountId, accountId), ne(awards.state, 'accepted'))),
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
    ...forgettingMentoring(desk, accountId),
    store.delete(signatories).where(eq(signatories.accountId, accountId)),
    store.delete(eventVolunteers).where(eq(eventVolunteers.accountId, accountId)),
    store.delete(grants).where(eq(grants.accountId, accountId)),
    store.delete(shareOuts).where(eq(shareOuts.accountId, accountId)),
    store.delete(trainers).where(eq(trainers.accountId, accountId)),
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
    store.delete(awardReports).where(eq(awardReports.accountId, accountId)),
    store.delete(calendarFeeds).where(eq(calendarFeeds.accountId, accountId)),
    store.delete(termExceptions).where(eq(termExceptions.accountId, accountId)),
    store.delete(mutedIssuers).where(eq(mutedIssuers.accountId, accountId)),
    store
      .delete(endorsements)
      .where(
        or(
          eq(endorsements.holderAccountId, accountId),
          eq(endorsements.endorserAccountId, accountId),
        ),
      ),
    store
      .delete(mutedAskers)
      .where(or(eq(mutedAskers.accountId, accountId), eq(mutedAskers.askerAccountId, accountId))),
    store.delete(mapWalks).where(eq(mapWalks.accountId, accountId)),
    store.delete(accounts).where(eq(accounts.id, accountId)),
  ] as const;
}

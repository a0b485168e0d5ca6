import {
  ENDORSEMENT_DAYS,
  MAX_ENDORSEMENTS,
  MAX_OPEN_ASKS,
  MAX_OPEN_ASKS_TO_ONE,
} from '@laurel/core/endorsement';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { endorsements } from '@laurel/store/private/desk';
import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { keepNames } from '../account-names/keep-names.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import type { FoundAccount } from '../members/find-account.ts';

const SECONDS_PER_DAY = 86_400;

export type NewAsk = {
  readonly credentialId: string;
  readonly awardId: string;
  readonly endorser: FoundAccount;
  /** The language that the holder reads, until somebody writes in another. */
  readonly language: string;
};

/**
 * Asks somebody who was there to say something about a credential of the holder's; answers the id. Nobody asks
 * themselves, nor the same person twice about the same. The conditions stand in the statement, so that of two at
 * once one is taken.
 */
export async function ask(
  desk: Desk,
  holder: string,
  { credentialId, awardId, endorser, language }: NewAsk,
): Promise<Result<string, Failure>> {
  if (endorser.id === holder) return refuse({ reason: 'self_endorsement' });
  const { store, nowSeconds } = desk;
  const id = freshId();
  const lapses = nowSeconds + ENDORSEMENT_DAYS * SECONDS_PER_DAY;
  const open = sql`select count(*) from endorsements where holder_account_id = ${holder}
    and state in ('asked', 'declined', 'written')`;
  const [taken] = await store.batch([
    store
      .insert(endorsements)
      .select(
        sql`select ${id}, ${credentialId}, ${awardId}, ${holder}, ${endorser.id}, 'asked', '', '',
            ${language}, 'account', ${nowSeconds}, ${lapses}, null
          where (${open}) < ${MAX_OPEN_ASKS}
            and (${open} and endorser_account_id = ${endorser.id}) < ${MAX_OPEN_ASKS_TO_ONE}
            and (select count(*) from endorsements where credential_id = ${credentialId}
              and state <> 'taken_back') < ${MAX_ENDORSEMENTS}`,
      )
      .onConflictDoNothing()
      .returning({ id: endorsements.id }),
    // Whoever asks reads a name; the row goes with the ask or is not written.
    ...keepNames(
      desk,
      [{ accountId: endorser.id, username: endorser.username }],
      sql`exists (select 1 from endorsements where id = ${id})`,
    ),
  ]);
  return taken.length > 0 ? ok(id) : refuse(await whyNot(desk, holder, credentialId, endorser.id));
}

/** What stood in the way. Whether somebody declined is told nobody: it is as if they had not answered. */
async function whyNot(
  { store }: Desk,
  holder: string,
  credentialId: string,
  endorser: string,
): Promise<Failure> {
  const ofCredential = eq(endorsements.credentialId, credentialId);
  const toThem = eq(endorsements.endorserAccountId, endorser);
  const open = and(
    eq(endorsements.holderAccountId, holder),
    inArray(endorsements.state, ['asked', 'declined', 'written']),
  );
  const [[before], [all], [toOne]] = await store.batch([
    store.select({ size: count() }).from(endorsements).where(and(ofCredential, toThem)),
    store.select({ size: count() }).from(endorsements).where(open),
    store.select({ size: count() }).from(endorsements).where(and(open, toThem)),
  ]);
  if ((before?.size ?? 0) > 0) return { reason: 'endorsement_repeated' };
  if ((all?.size ?? 0) >= MAX_OPEN_ASKS) {
    return { reason: 'endorsement_asks_too_many', most: MAX_OPEN_ASKS };
  }
  return (toOne?.size ?? 0) >= MAX_OPEN_ASKS_TO_ONE
    ? { reason: 'endorsement_asks_too_many', most: MAX_OPEN_ASKS_TO_ONE }
    : { reason: 'endorsements_full', most: MAX_ENDORSEMENTS };
}

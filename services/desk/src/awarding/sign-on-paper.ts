import { paperRequestKey } from '@laurel/contracts/signer-rpc';
import type { Failure, RecipientRefusal } from '@laurel/core/failure';
import { inSet } from '@laurel/store/in-set';
import { awards } from '@laurel/store/private/desk';
import { and, eq, inArray } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import type { RowWithAccount } from './insert-awards.ts';

export type SignedOnPaper = {
  /** By the award's id: of these nothing may be signed, and the award was taken back. */
  readonly refusals: ReadonlyMap<string, RecipientRefusal>;
  /** Ids of awards whose signing was cut off, to be tried again. */
  readonly interrupted: ReadonlySet<string>;
};

/** What may be signed later: an award that was suspended in between keeps its row waiting. */
function isToBeTriedAgain(reason: Failure['reason']): boolean {
  return reason === 'signing_interrupted' || reason === 'award_suspended';
}

/** Signs at once for those who consented on paper. */
export async function signOnPaper(
  desk: Desk,
  rows: readonly RowWithAccount[],
): Promise<SignedOnPaper> {
  const refusals = new Map<string, RecipientRefusal>();
  const interrupted = new Set<string>();
  if (rows.length === 0) return { refusals, interrupted };

  const answers = await desk.signer.issue(
    rows.map(({ awardId, terms }) => ({
      requestKey: paperRequestKey(awardId),
      awardId,
      language: terms.language,
      disclosure: terms.disclosure,
    })),
  );
  rows.forEach(({ awardId }, at) => {
    const answer = answers[at];
    if (answer === undefined) throw new Error('the signer left a request unanswered');
    if (answer.ok) return;
    if (isToBeTriedAgain(answer.failure.reason)) interrupted.add(awardId);
    else refusals.set(awardId, { reason: 'not_signed', because: answer.failure.reason });
  });
  await desk.store
    .delete(awards)
    .where(and(inArray(awards.id, inSet([...refusals.keys()])), eq(awards.consent, 'paper')));
  return { refusals, interrupted };
}

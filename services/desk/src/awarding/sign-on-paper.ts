import type { RecipientRefusal } from '@laurel/core/failure';
import { inSet } from '@laurel/store/in-set';
import { awards } from '@laurel/store/private/desk';
import { and, eq, inArray } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import type { RowWithAccount } from './insert-awards.ts';

/** The request key of the credential that is made at once, when consent was on paper. */
export function paperRequestKey(awardId: string): string {
  return `paper:${awardId}`;
}

/**
 * Signs at once for those who consented on paper. An award of which nothing may be signed is taken
 * back, with the reason in its row. Throws when signing was cut off: the task is tried again.
 */
export async function signOnPaper(
  desk: Desk,
  rows: readonly RowWithAccount[],
): Promise<ReadonlyMap<string, RecipientRefusal>> {
  const answers = await desk.signer.issue(
    rows.map(({ awardId, terms }) => ({
      requestKey: paperRequestKey(awardId),
      awardId,
      language: terms.language,
      disclosure: terms.disclosure,
    })),
  );
  const refusals = new Map<string, RecipientRefusal>();
  rows.forEach(({ awardId }, at) => {
    const answer = answers[at];
    if (answer === undefined) throw new Error('the signer left a request unanswered');
    if (answer.ok) return;
    if (answer.failure.reason === 'signing_interrupted') throw new Error('signing was cut off');
    refusals.set(awardId, { reason: 'not_signed', because: answer.failure.reason });
  });
  await desk.store
    .delete(awards)
    .where(and(inArray(awards.id, inSet([...refusals.keys()])), eq(awards.consent, 'paper')));
  return refusals;
}

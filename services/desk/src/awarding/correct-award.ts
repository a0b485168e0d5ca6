import type { CorrectionRequest } from '@laurel/contracts/correction-request';
import { LIVE_AWARD_STATES } from '@laurel/core/award';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { awards } from '@laurel/store/private/desk';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';
import { acceptBatch, type BatchOrder, batchOfKey } from './accept-batch.ts';
import { type Correction, correctionsOf, isOver } from './corrections.ts';
import { nameOfAccount } from './name-of-account.ts';
import { findOwnAward } from './own-award.ts';
import { orderOfTerms, type TermsOfAward, termsOfAward } from './terms-of-award.ts';

type Award = typeof awards.$inferSelect;

/**
 * Puts an award right: makes a new one for the same account, as a batch of one. An open offer gives
 * way to it. An accepted award stays as it is until its holder accepts the new one, or at once where
 * they agreed to that on paper; then it is superseded. Answers the batch. One correction stands at a
 * time; the same one sent twice is made once.
 */
export async function correctAward(
  desk: Desk,
  actor: Actor,
  awardId: string,
  wanted: CorrectionRequest,
): Promise<Result<string, Failure>> {
  const award = await findOwnAward(desk, actor, awardId);
  if (award === null) return refuse({ reason: 'award_unknown' });
  const before = termsOfAward(award);
  const terms = changed(before, wanted);
  const corrections = await correctionsOf(desk, awardId);
  const request = {
    key: `correction:${awardId}:${corrections.filter(isOver).length}`,
    bodyHash: await sha256Hex(JSON.stringify(terms)),
  };
  const standing = corrections.find((one) => !isOver(one));
  const made = await batchOfKey(desk, actor.issuer, request);
  if (!made.ok) return refuse(alreadyCorrected(standing));
  if (made.value !== null) return ok(made.value);

  const mistake = whyNot(award, before, terms, wanted.consentDeclared === true);
  if (mistake !== null) return refuse(mistake);
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: 'award_corrected',
    subject: awardId,
  });
  const order: BatchOrder = {
    ...orderOfTerms(terms),
    corrects: awardId,
    recipients: [
      { username: await nameOfAccount(desk, award.accountId), accountId: award.accountId },
    ],
  };
  const accepted = await acceptBatch(desk, actor, order, request, [entry.before, entry.after]);
  return !accepted.ok && accepted.failure.reason === 'idempotency_key_reused'
    ? refuse(alreadyCorrected(standing))
    : accepted;
}

/** What a correction leaves out stays as it was. */
function changed(before: TermsOfAward, wanted: CorrectionRequest): TermsOfAward {
  return {
    achievement: wanted.achievement ?? before.achievement,
    language: wanted.language ?? before.language,
    period: wanted.period === undefined ? before.period : wanted.period,
    hours: wanted.hours === undefined ? before.hours : wanted.hours,
    evidence: wanted.evidence ?? before.evidence,
    consent: wanted.consent ?? before.consent,
    disclosure: wanted.disclosure ?? before.disclosure,
    mayIncludeMinors: wanted.mayIncludeMinors ?? before.mayIncludeMinors,
    shareOut: wanted.shareOut === undefined ? before.shareOut : wanted.shareOut,
    mentoring: before.mentoring,
  };
}

function alreadyCorrected(standing: Correction | undefined): Failure {
  return { reason: standing?.state === 'accepted' ? 'award_superseded' : 'award_being_corrected' };
}

function whyNot(
  award: Award,
  before: TermsOfAward,
  terms: TermsOfAward,
  consentDeclared: boolean,
): Failure | null {
  if (!LIVE_AWARD_STATES.some((state) => state === award.state)) {
    return { reason: 'award_not_in_state', wanted: ['offered', 'accepted'] };
  }
  if (JSON.stringify(terms) === JSON.stringify(before)) {
    return { reason: 'correction_changes_nothing' };
  }
  if (terms.consent !== 'paper') return null;
  if (award.consent !== 'paper') {
    const detail = 'The person was asked for this award, and is asked for its correction too.';
    return { reason: 'request_invalid', issues: [{ pointer: '/consent', detail }] };
  }
  return consentDeclared ? null : { reason: 'consent_not_declared' };
}

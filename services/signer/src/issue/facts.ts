import type { IssueRequest } from '@laurel/contracts/signer-rpc';
import { type Achievement, languagesToSign } from '@laurel/core/achievement';
import { achievementUrl, issuerDid, issuerUrl } from '@laurel/core/addresses';
import { addMonths, type Day, dayOf } from '@laurel/core/day';
import { isDeclarable, writingIn } from '@laurel/core/declared-name';
import type { Failure } from '@laurel/core/failure';
import type { IssuerFace } from '@laurel/core/issuer';
import { type LanguageMap, textIn } from '@laurel/core/language';
import type { BadgeFacts, SignedHolder } from '@laurel/core/open-badge';
import { ok, type Result, refuse } from '@laurel/core/result';
import { termOn } from '@laurel/core/role-term';
import { type Messages, messagesFor } from '@laurel/i18n/messages';
import { roleTermOf } from '@laurel/store/private/role-term-of';
import type { accounts, awards } from '@laurel/store/private/schema';
import { type SignedEvidence, signedEvidence } from './evidence.ts';
import { mentoringToSign } from './mentoring.ts';
import { type StandingSignatory, signatoriesToSign } from './signatories.ts';

export type AwardToSign = {
  readonly award: typeof awards.$inferSelect;
  readonly account: typeof accounts.$inferSelect;
  /** The holder's declared name, by the language of each writing; empty where none was declared. */
  readonly writings: LanguageMap;
  readonly achievement: Achievement;
  readonly issuer: IssuerFace;
  /** In their order. */
  readonly signatories: readonly StandingSignatory[];
};

/** The facts of a credential but for its ids, which are drawn afterwards. */
export type UnnumberedFacts = Omit<
  BadgeFacts,
  'url' | 'subjectId' | 'evidence' | 'endorsements' | 'status'
> & {
  readonly evidence: readonly SignedEvidence[];
};

/**
 * Policy: what may be signed of an award, or why nothing may. The signer trusts nobody's word for it,
 * it has read the award, the achievement and the account itself.
 */
export function factsToSign(
  request: IssueRequest,
  { award, account, writings, achievement, issuer, signatories }: AwardToSign,
  origin: string,
  nowSeconds: number,
): Result<UnnumberedFacts, Failure> {
  if (issuer.kind !== 'community') return refuse({ reason: 'issuer_may_not_award' });
  if (award.state !== 'accepted') {
    return refuse({ reason: 'award_not_in_state', wanted: ['accepted'] });
  }
  if (award.supersededBy !== null) return refuse({ reason: 'award_superseded' });
  if (award.suspendedAtSeconds !== null) return refuse({ reason: 'award_suspended' });
  const available = languagesToSign(achievement, issuer.demonstration);
  if (!available.includes(request.language)) {
    return refuse({ reason: 'language_unavailable', pointer: '/language', available });
  }
  const messages = messagesFor(request.language);
  const holding = holderToSign(request, account.username, writings, messages);
  if (!holding.ok) return holding;
  const holder = holding.value;

  const today = dayOf(nowSeconds);
  const validUntil = endOfValidity(achievement, award.periodEnd, today);
  if (validUntil !== null && validUntil <= today) {
    return refuse({ reason: 'validity_ended', endedOn: validUntil });
  }
  const inLanguage = (map: Achievement['name']) =>
    textIn(map, [request.language], achievement.sourceLanguage).text;
  return ok({
    language: request.language,
    issuer: {
      did: issuerDid(origin, issuer.slug),
      url: issuerUrl(origin, issuer.slug),
      name: inLanguage(issuer.names),
      description: inLanguage(issuer.descriptions),
      signatories: signatoriesToSign(
        signatories,
        // Nobody signs what names them. Elsewhere a signatory who is missing would tell whose account it is.
        holder.mode === 'account' ? account.id : null,
        inLanguage,
      ),
    },
    achievement: {
      url: achievementUrl(origin, award.achievementId),
      version: achievement.version,
      kind: achievement.kind,
      name: inLanguage(achievement.name),
      description: inLanguage(achievement.description),
      narrative: [
        inLanguage(achievement.criteria),
        ...achievement.requirements.map((requirement) => `• ${inLanguage(requirement)}`),
        inLanguage(achievement.doesNotMean),
      ].join('\n'),
      skills: achievement.skills,
      alignments: achievement.alignments,
    },
    holder,
    ...termToSign(award, achievement, today),
    servedLabel: messages.message('signed-served'),
    hours: award.hours,
    hoursLabel: messages.message('signed-hours'),
    mentoring: award.mentoring === null ? null : mentoringToSign(award.mentoring, messages),
    evidence: signedEvidence(
      award.evidence,
      request.disclosure === 'account' && !award.mayIncludeMinors,
      messages,
    ),
    validFrom: today,
    validUntil,
  });
}

/** Of a role that has ended the days that were served, and that it was; of any other its days. */
function termToSign(
  award: AwardToSign['award'],
  achievement: Achievement,
  today: Day,
): Pick<BadgeFacts, 'period' | 'served'> {
  if (award.periodStart === '') return { period: null, served: false };
  const period = { start: award.periodStart, end: award.periodEnd };
  const term = roleTermOf(award, achievement);
  if (term === null) return { period, served: false };
  const { endedOn } = termOn(term, today);
  return { period: { ...period, end: endedOn ?? period.end }, served: endedOn !== null };
}

function holderToSign(
  request: IssueRequest,
  username: string | null,
  writings: LanguageMap,
  messages: Messages,
): Result<SignedHolder, Failure> {
  switch (request.disclosure) {
    case 'none':
      return ok({ mode: 'none' });
    case 'account':
      return username === null
        ? refuse({ reason: 'account_name_unknown' })
        : ok({ mode: 'account', username });
    case 'name': {
      const name = writingIn(writings, request.writing);
      return name === null || !isDeclarable(writings)
        ? refuse({ reason: 'name_not_declared' })
        : ok({ mode: 'name', name, narrative: messages.message('signed-self-declared') });
    }
  }
}

/** Counted from the day of completion. A role that ends was served: it never expires. */
function endOfValidity(achievement: Achievement, periodEnd: string, today: Day): Day | null {
  if (achievement.kind === 'role' || achievement.validityMonths === null) return null;
  return addMonths(periodEnd === '' ? today : periodEnd, achievement.validityMonths);
}

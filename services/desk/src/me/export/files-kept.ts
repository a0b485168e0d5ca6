import type { Desk } from '../../env.ts';
import { keptAccount } from '../kept/account.ts';
import { keptActs } from '../kept/acts.ts';
import { keptAnswers } from '../kept/answers.ts';
import { keptAwards } from '../kept/awards.ts';
import { type Held, keptCredentials } from '../kept/credentials.ts';
import { keptDecisions } from '../kept/decisions.ts';
import { keptDuties } from '../kept/duties.ts';
import { keptEndorsements } from '../kept/endorsements.ts';
import { keptMentoring } from '../kept/mentoring.ts';
import { keptNames } from '../kept/names.ts';
import { keptShowing } from '../kept/showing.ts';
import { keptSuggestions } from '../kept/suggestions.ts';
import { keptTerms } from '../kept/terms.ts';
import { keptTrail } from '../kept/trail.ts';

/** What is kept about somebody besides what was signed, by the name of its file. */
export const KEPT_FILES = {
  account: keptAccount,
  names: keptNames,
  awards: keptAwards,
  certificates: keptCredentials,
  showing: keptShowing,
  answers: keptAnswers,
  terms: keptTerms,
  suggestions: keptSuggestions,
  endorsements: keptEndorsements,
  mentoring: keptMentoring,
  duties: keptDuties,
  acts: keptActs,
  decisions: keptDecisions,
  trail: keptTrail,
} satisfies Readonly<
  Record<string, (desk: Desk, accountId: string, held: Held) => Promise<unknown>>
>;
export type KeptFile = keyof typeof KEPT_FILES;

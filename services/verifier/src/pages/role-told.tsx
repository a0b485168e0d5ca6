import { isJsonObject } from '@laurel/core/json';
import { isSignedAsServed } from '@laurel/core/signed-facts';
import type { Messages } from '@laurel/i18n/messages';
import { findingSentence } from '@laurel/pages/finding';
import { checkRole } from '@laurel/verification/ours/role-check';
import type { Report } from '@laurel/verification/report';
import type { VisibleCredential } from '../record/visible-credential.ts';

/** How a role stands, as a sentence. */
export type ToldRole = {
  readonly sentence: string;
  /** True where the signed days have a planned end that is not to be read beside it. */
  readonly hidesDays: boolean;
};

/** What is told of a credential’s role; null for what is no role, and where nothing is told. */
export function toldRole(
  { row }: VisibleCredential,
  { checks, credential }: Pick<Report, 'checks' | 'credential'>,
  messages: Messages,
): ToldRole | null {
  const check = checks.find((one) => one.check === 'role');
  if (check === undefined) return null;
  const endedBefore = row.term?.state === 'served' || row.term?.state === 'stepped_down';
  return {
    sentence: findingSentence(check, messages),
    hidesDays: endedBefore && !(credential !== null && isSignedAsServed(credential)),
  };
}

/** The same of what is on record, without verifying it. */
export function roleOnRecord(
  found: VisibleCredential,
  document: string,
  nowSeconds: number,
  messages: Messages,
): ToldRole | null {
  const credential: unknown = JSON.parse(document);
  if (!isJsonObject(credential)) throw new Error('what was signed is not an object');
  const { state, stateSince: since, term } = found.row;
  const checks = checkRole(credential, { state, since, term }, nowSeconds);
  return toldRole(found, { checks, credential }, messages);
}

/** The sentence, on a line of its own. */
export function RoleTold({ told: { sentence, hidesDays } }: { readonly told: ToldRole }) {
  return (
    <>
      {!hidesDays && <br />}
      <strong>{sentence}</strong>
    </>
  );
}

import { dayOf } from '@laurel/core/day';
import type { JsonObject } from '@laurel/core/json';
import { signedFacts } from '@laurel/core/signed-facts';
import { toldTerm } from '@laurel/core/term-shown';
import type { Check } from '@laurel/core/verdict';
import type { CredentialStanding } from '../registry.ts';

/**
 * How the role stands, of a credential of ours that stands: it is told, and never speaks against it. None for
 * what is no role, and before its first day.
 */
export function checkRole(
  credential: JsonObject,
  standing: CredentialStanding | null,
  nowSeconds: number,
): readonly Check[] {
  if (standing?.state !== 'active' || standing.term === undefined) return [];
  const { kind, period } = signedFacts(credential);
  if (kind !== 'role' || period === null) return [];
  const told = toldTerm(period, standing.term, dayOf(nowSeconds));
  if (told === null) return [];
  const values = [told.years, ...(told.steppedDownOn === null ? [] : [told.steppedDownOn])];
  return [{ check: 'role', result: 'pass', finding: told.state, values }];
}

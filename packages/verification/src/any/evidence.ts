import type { JsonObject } from '@laurel/core/json';
import type { Check } from '@laurel/core/verdict';
import { listOf } from '../ours/claims-to-be-ours.ts';

/** Evidence is shown and never opened: its addresses may be anybody's. */
export function checkEvidence({ evidence }: JsonObject): Check {
  const count = listOf(evidence).length;
  return count === 0
    ? { check: 'evidence', result: 'skipped', finding: 'none', values: [] }
    : { check: 'evidence', result: 'skipped', finding: 'stated', values: [String(count)] };
}

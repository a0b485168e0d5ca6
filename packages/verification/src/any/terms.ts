import type { JsonObject } from '@laurel/core/json';
import type { Check } from '@laurel/core/verdict';

/** Names what stands beside the recognition itself: told, and not judged. */
export function checkTerms(_credential: JsonObject): readonly Check[] {
  return [{ check: 'terms', result: 'skipped', finding: 'none', values: [] }];
}

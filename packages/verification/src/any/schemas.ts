import type { JsonObject } from '@laurel/core/json';
import type { Check } from '@laurel/core/verdict';
import type { Sources } from '../verify.ts';

/** Checks a credential against the JSON schemas that it names: one check for each. */
export async function checkSchemas(
  { credentialSchema }: JsonObject,
  _proven: boolean,
  _sources: Sources,
): Promise<readonly Check[]> {
  const finding = credentialSchema === undefined ? 'none' : 'not_checked';
  return [{ check: 'schema', result: 'skipped', finding, values: [] }];
}

import type { JsonObject } from '@laurel/core/json';
import type { Check } from '@laurel/core/verdict';
import type { Sources } from '../verify.ts';

/** Asks how the issuer says that a credential stands: one check for each entry. */
export async function checkStatuses(
  { credentialStatus }: JsonObject,
  _proven: boolean,
  _sources: Sources,
  _nowSeconds: number,
): Promise<readonly Check[]> {
  return credentialStatus === undefined
    ? [{ check: 'status', result: 'pass', finding: 'none', values: [] }]
    : [{ check: 'status', result: 'skipped', finding: 'not_checked', values: [] }];
}

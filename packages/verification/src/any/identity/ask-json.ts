import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { jsonMistake } from '@laurel/core/json-mistake';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Check } from '@laurel/core/verdict';
import type { Retrieve } from '../../retrieve.ts';
import { identityCheck } from './key-lookup.ts';

/** What documents about keys are served as, the wanted one first. */
const ACCEPTED = [
  'application/did+json',
  'application/did+ld+json',
  'application/did',
  'application/cid',
  'application/jwk-set+json',
  'application/jwk+json',
  'application/ld+json',
  'application/json',
];

/** An answer, and where it was found after redirects. */
type Found = { readonly document: JsonObject; readonly foundAt: string };

/** Asks another server for a JSON object about keys. A failure is the check that says why there is none. */
export async function askJson(
  address: string,
  retrieve: Retrieve,
): Promise<Result<JsonObject, Check>> {
  const answer = await askWhere(address, retrieve);
  return answer.ok ? ok(answer.value.document) : answer;
}

/** The same, where it matters who gave the answer. */
export async function askWhere(address: string, retrieve: Retrieve): Promise<Result<Found, Check>> {
  const answer = await retrieve(address, ACCEPTED);
  if (!answer.ok) {
    const { finding, at } = answer.failure;
    return refuse(identityCheck(finding === 'budget_spent' ? 'skipped' : 'fail', finding, at));
  }
  const { text, url } = answer.value;
  const value: unknown = jsonMistake(text) === null ? JSON.parse(text) : null;
  return isJsonObject(value)
    ? ok({ document: value, foundAt: url })
    : refuse(unreadableAt(address));
}

/** The check where an answer came that cannot be understood. */
export function unreadableAt(address: string): Check {
  return identityCheck('fail', 'unreadable', address);
}

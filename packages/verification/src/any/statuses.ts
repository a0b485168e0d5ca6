import type { JsonObject } from '@laurel/core/json';
import type { Result } from '@laurel/core/result';
import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';
import { listOf } from '../ours/claims-to-be-ours.ts';
import { issuerOf } from '../ours/verify-ours.ts';
import type { Sources } from '../verify.ts';
import { valueIn } from './bitstring.ts';
import { readStatusEntry, type StatusEntry, type StatusFault } from './status-entry.ts';
import { type StatusList, statusListOf } from './status-list.ts';

/**
 * The least that lets one entry hide among many (W3C Bitstring Status List 1.0, Sections 3.2 and 4.2). Who
 * reads a StatusList2021 is not told to ask for it, and those of the Digital Credentials Consortium are shorter.
 */
const MIN_ENTRIES = 131_072;

/** Asks how the issuer says that a credential stands: one check for each entry. */
export async function checkStatuses(
  credential: JsonObject,
  proven: boolean,
  sources: Sources,
  nowSeconds: number,
): Promise<readonly Check[]> {
  const entries = listOf(credential.credentialStatus);
  if (entries.length === 0) return [found('pass', 'none')];
  if (!proven) return [found('skipped', 'not_checked')];
  const lists = new Map<string, Promise<Result<StatusList, StatusFault>>>();
  const listOfEntry = (entry: StatusEntry) => {
    const name = JSON.stringify([entry.type, entry.list]);
    const known = lists.get(name) ?? statusListOf(entry, issuerOf(credential), sources, nowSeconds);
    lists.set(name, known);
    return known;
  };
  return Promise.all(entries.map((entry) => checkEntry(entry, listOfEntry)));
}

async function checkEntry(
  written: unknown,
  listOfEntry: (entry: StatusEntry) => Promise<Result<StatusList, StatusFault>>,
): Promise<Check> {
  const entry = readStatusEntry(written);
  if (!entry.ok) return failed(entry.failure);
  const { type, purpose, list: url, index, bits } = entry.value;
  const list = await listOfEntry(entry.value);
  if (!list.ok) return failed(list.failure);
  const { purposes, bytes } = list.value;
  if (!purposes.includes(purpose)) return found('fail', 'list_wrong_purpose', url, purpose);
  const isShort = (bytes.length * 8) / bits < MIN_ENTRIES;
  if (isShort && type === 'BitstringStatusListEntry') return found('fail', 'list_too_short', url);
  const value = valueIn(bytes, index, bits);
  return value === null
    ? found('fail', 'index_out_of_range', String(index))
    : judged(entry.value, value);
}

/** What a value says, by the purpose for which the list is kept (the same, Section 3.1). */
function judged({ purpose, messages }: StatusEntry, value: number): Check {
  const message = messages.get(value) ?? (value === 0 ? 'unset' : 'set');
  switch (purpose) {
    case 'revocation':
      return value === 0
        ? found('pass', 'clear', purpose)
        : found('fail', 'revoked_in_list', purpose);
    case 'suspension':
      return value === 0
        ? found('pass', 'clear', purpose)
        : found('fail', 'suspended_in_list', purpose);
    case 'refresh':
      // A newer one can be had, which takes nothing from this one.
      return value === 0
        ? found('pass', 'clear', purpose)
        : found('pass', 'set_in_list', purpose, message);
    case 'message':
      if (value !== 0) return found('warn', 'set_in_list', purpose, message);
      return messages.size === 0
        ? found('pass', 'clear', purpose)
        : found('pass', 'set_in_list', purpose, message);
    default:
      return value === 0
        ? found('warn', 'purpose_unknown', purpose)
        : found('warn', 'set_in_list', purpose, message);
  }
}

function failed({ finding, values }: StatusFault): Check {
  if (finding === 'type_unknown') return found('warn', finding, ...values);
  return found(finding === 'budget_spent' ? 'skipped' : 'fail', finding, ...values);
}

function found(
  result: CheckResult,
  finding: CheckFindings['status'],
  ...values: readonly string[]
): Check {
  return { check: 'status', result, finding, values };
}

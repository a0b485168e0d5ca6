import { dayOf } from '@laurel/core/day';
import { type JsonObject, stringAt } from '@laurel/core/json';
import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';
import { checkProof } from '@laurel/verification/ours/proof-check';
import type { StatusSnapshot } from './bundle.ts';
import { ListShape } from './list-shape.ts';
import { unpacked } from './unpacked.ts';
import type { VouchedKeys } from './vouched-keys.ts';

/** Our lists hold 131,072 bits, which are 16 KiB. */
const MAX_LIST_BYTES = 1024 * 1024;

export type StatusAsOf = {
  readonly check: Check;
  /** When the list was signed that answered; null where none did. */
  readonly asOfSeconds: number | null;
};

/**
 * How a credential stood when its issuer signed the list that is at hand (W3C Bitstring Status List 1.0,
 * Section 3.2). Withdrawn by its holder and revoked are one bit, and what happened since is in no file.
 */
export async function statusAsOf(
  { credentialStatus: entry }: JsonObject,
  snapshot: StatusSnapshot | null,
  { did, keys }: VouchedKeys,
): Promise<StatusAsOf> {
  if (snapshot === null) return left('skipped', 'no_snapshot');
  const url = stringAt(snapshot.list, 'id') ?? '';
  if (url !== stringAt(entry, 'statusListCredential')) return left('warn', 'another_list', url);
  const shaped = ListShape.safeParse(snapshot.list);
  if (!shaped.success) return left('warn', 'list_unreadable', url);
  const { data: list } = shaped;
  if (list.issuer !== did) return left('warn', 'list_not_issuers', url);
  const proof = await checkProof({ form: 'embedded', credential: list }, keys);
  if (proof.result !== 'pass') return left('warn', 'list_bad_signature', url);
  const bits = await bitsOf(list.credentialSubject.encodedList);
  if (bits === null) return left('warn', 'list_unreadable', url);
  const asOfSeconds = Math.floor(Date.parse(list.proof[0].created) / 1000);
  const place = stringAt(entry, 'statusListIndex') ?? '';
  const byte = /^(?:0|[1-9]\d{0,9})$/.test(place) ? bits[Math.floor(Number(place) / 8)] : undefined;
  if (byte === undefined) return left('fail', 'index_out_of_range', place);
  const isSet = (byte & (0b1000_0000 >> (Number(place) % 8))) !== 0;
  return {
    check: isSet
      ? found('fail', 'revoked_as_of', dayOf(asOfSeconds))
      : found('pass', 'clear_as_of', dayOf(asOfSeconds)),
    asOfSeconds,
  };
}

/** The bits of a list of ours: multibase base64url of GZIP, the first bit the leftmost. */
async function bitsOf(encodedList: string): Promise<Uint8Array | null> {
  const letters = atob(encodedList.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
  return unpacked(
    Uint8Array.from(letters, (letter) => letter.charCodeAt(0)),
    'gzip',
    MAX_LIST_BYTES,
  );
}

function left(
  result: CheckResult,
  finding: CheckFindings['status'],
  ...values: readonly string[]
): StatusAsOf {
  return { check: found(result, finding, ...values), asOfSeconds: null };
}

function found(
  result: CheckResult,
  finding: CheckFindings['status'],
  ...values: readonly string[]
): Check {
  return { check: 'status', result, finding, values };
}

import { isJsonObject, type Json, stringAt } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { CheckFindings } from '@laurel/core/verdict';
import { listOf } from '../ours/claims-to-be-ours.ts';

/** The two kinds of list that are known here, by the type of their entries. */
export const ENTRY_TYPES = ['BitstringStatusListEntry', 'StatusList2021Entry'] as const;

/** Where an issuer says how a credential stands (W3C Bitstring Status List 1.0, Section 3.1). */
export type StatusEntry = {
  readonly type: (typeof ENTRY_TYPES)[number];
  readonly purpose: string;
  readonly list: string;
  readonly index: number;
  /** How many bits each entry of the list has. */
  readonly bits: number;
  /** What a value says, by the value; empty where the entry does not tell. */
  readonly messages: ReadonlyMap<number, string>;
};

export type StatusFault = {
  readonly finding: CheckFindings['status'];
  readonly values: readonly string[];
};

/** An entry of `credentialStatus`, if it is one of those that are known here and says all that is needed. */
export function readStatusEntry(entry: unknown): Result<StatusEntry, StatusFault> {
  if (!isJsonObject(entry)) return malformed('credentialStatus');
  const type = ENTRY_TYPES.find((one) => listOf(entry.type).includes(one));
  if (type === undefined) {
    return refuse({ finding: 'type_unknown', values: [listOf(entry.type).join(', ')] });
  }
  const purpose = stringAt(entry, 'statusPurpose');
  const list = stringAt(entry, 'statusListCredential');
  const index = stringAt(entry, 'statusListIndex');
  if (purpose === null || purpose === '') return malformed('statusPurpose');
  if (list === null) return malformed('statusListCredential');
  if (index === null) return malformed('statusListIndex');
  // One way to write a number: another would let a signed entry be read as another place.
  if (!/^(?:0|[1-9]\d*)$/.test(index)) {
    return refuse({ finding: 'index_out_of_range', values: [index] });
  }
  if (stringAt(entry, 'id') === list) return malformed('id');
  const { statusSize: bits = 1 } = entry;
  if (typeof bits !== 'number' || !Number.isInteger(bits) || bits < 1)
    return malformed('statusSize');
  const messages = messagesIn(entry.statusMessage, bits);
  return messages === null
    ? malformed('statusMessage')
    : ok({ type, purpose, list, index: Number(index), bits, messages });
}

/** One message for each value that the bits can have; they may be left out where there is one bit. */
function messagesIn(
  statusMessage: Json | undefined,
  bits: number,
): ReadonlyMap<number, string> | null {
  if (statusMessage === undefined) return bits === 1 ? new Map() : null;
  if (!Array.isArray(statusMessage) || statusMessage.length !== 2 ** bits) return null;
  const messages = new Map<number, string>();
  for (const one of statusMessage) {
    const status = stringAt(one, 'status');
    const message = stringAt(one, 'message');
    if (status === null || message === null || !/^0x[0-9a-f]+$/i.test(status)) return null;
    messages.set(Number(status), message);
  }
  return messages;
}

function malformed(property: string): Result<never, StatusFault> {
  return refuse({ finding: 'entry_malformed', values: [property] });
}

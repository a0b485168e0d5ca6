import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';
import { broken, itemsOf, memberOf, type Place, unless } from './place.ts';
import { hasType } from './types.ts';
import { isUrl } from './url.ts';

const INDEX = /^(?:0|[1-9]\d*)$/;

/** More values than any list says in words; its messages would be as many. */
const MAX_STATUS_SIZE = 8;

/** A `BitstringStatusListEntry` (W3C Bitstring Status List 1.0, Section 2.1). Entries of other types are not looked into. */
export function statusEntryRules(entry: Place): readonly Issue[] {
  if (!hasType(entry.value, 'BitstringStatusListEntry')) return [];
  const [purpose, index, list, id, reference] = [
    'statusPurpose',
    'statusListIndex',
    'statusListCredential',
    'id',
    'statusReference',
  ].map((name) => memberOf(entry, name));
  if (!purpose || !index || !list || !id || !reference) return [];
  return [
    ...(typeof purpose.value === 'string' && purpose.value !== ''
      ? []
      : [broken(purpose, 'There must be a purpose, as a string.')]),
    ...(typeof index.value === 'string' && INDEX.test(index.value)
      ? []
      : [broken(index, 'There must be an index: a whole number in base 10, as a string.')]),
    ...(isUrl(list.value) ? [] : [broken(list, 'There must be the URL of a status list.')]),
    ...unless(id, id.value !== list.value, 'The id of an entry is not that of its list.'),
    ...itemsOf(reference)
      .filter(({ value }) => !isUrl(value))
      .map((one) => broken(one, 'A reference is a URL.')),
    ...messageRules(entry),
  ];
}

function messageRules(entry: Place): readonly Issue[] {
  const [size, messages] = [memberOf(entry, 'statusSize'), memberOf(entry, 'statusMessage')];
  const bits = size.value ?? 1;
  if (typeof bits !== 'number' || !Number.isInteger(bits) || bits < 1 || bits > MAX_STATUS_SIZE) {
    return [broken(size, `The size of a status is a whole number from 1 to ${MAX_STATUS_SIZE}.`)];
  }
  if (messages.value === undefined) {
    return bits === 1
      ? []
      : [broken(messages, 'A status of several bits says what each value means.')];
  }
  if (!Array.isArray(messages.value) || messages.value.length !== 2 ** bits) {
    return [broken(messages, `There is one message for each of the ${2 ** bits} values.`)];
  }
  return itemsOf(messages)
    .filter(({ value }) => !isMessage(value))
    .map((one) => broken(one, 'A message has a status such as 0x0, and a message, as strings.'));
}

function isMessage(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    typeof value.status === 'string' &&
    /^0x[0-9a-f]+$/i.test(value.status) &&
    typeof value.message === 'string'
  );
}

import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list';
import type { JsonObject } from '@laurel/core/json';

export type ListKind = 'BitstringStatusList' | 'StatusList2021';

/** The shortest that the specification allows. */
const LENGTH = 131_072;

/** An unsigned status list credential with some bits set, made by another library than ours. */
export async function aStatusList(
  kind: ListKind,
  { id, issuer, purpose, set, length = LENGTH }: StatusListFacts,
): Promise<JsonObject> {
  const list = await createList({ length });
  for (const index of set) list.setStatus(index, true);
  const made = await createCredential({ id, list, statusPurpose: purpose });
  if (kind === 'BitstringStatusList') return { ...made, issuer, validFrom: '2026-03-14T00:00:00Z' };
  const { encodedList, ...subject } = made.credentialSubject;
  return {
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://w3id.org/vc/status-list/2021/v1',
    ],
    id,
    type: ['VerifiableCredential', 'StatusList2021Credential'],
    issuer,
    issuanceDate: '2026-03-14T00:00:00Z',
    credentialSubject: {
      ...subject,
      type: 'StatusList2021',
      // The earlier specification has no multibase prefix.
      encodedList: encodedList.replace(/^u/, ''),
    },
  };
}

export type StatusListFacts = {
  readonly id: string;
  readonly issuer: string;
  readonly purpose: string;
  readonly set: readonly number[];
  /** How many entries it has; the least that is allowed where nothing is said. */
  readonly length?: number;
};

/** What a credential says of its place in such a list. */
export function statusEntry(
  kind: ListKind,
  list: string,
  purpose: string,
  index: number,
): JsonObject {
  return {
    id: `${list}#${index}`,
    type: `${kind}Entry`,
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: list,
  };
}

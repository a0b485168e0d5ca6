import { isJsonObject } from '@laurel/core/json';

/** The versions of the Verifiable Credentials Data Model. */
export type DataModelVersion = '2.0' | '1.1';

export const BASE_CONTEXTS: Readonly<Record<DataModelVersion, string>> = {
  '2.0': 'https://www.w3.org/ns/credentials/v2',
  '1.1': 'https://www.w3.org/2018/credentials/v1',
};

/**
 * The version that a document follows, by the base context that it names first, in whatever place. One
 * without either is held to 2.0, unless it has the date that 2.0 does away with.
 */
export function versionOf(document: unknown): DataModelVersion {
  const { '@context': context, issuanceDate } = isJsonObject(document) ? document : {};
  const named = (Array.isArray(context) ? context : [context]).find(
    (one) => one === BASE_CONTEXTS['2.0'] || one === BASE_CONTEXTS['1.1'],
  );
  if (named !== undefined) return named === BASE_CONTEXTS['1.1'] ? '1.1' : '2.0';
  return issuanceDate === undefined ? '2.0' : '1.1';
}

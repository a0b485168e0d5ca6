import { isJsonObject, stringAt } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Check, CheckFindings } from '@laurel/core/verdict';
import { listOf } from '../ours/claims-to-be-ours.ts';
import { issuerOf } from '../ours/verify-ours.ts';
import type { Presented } from '../read.ts';
import { checkTime } from '../time-check.ts';
import type { Sources } from '../verify.ts';
import { unpackedBitstring, unpackedStatusList2021 } from './bitstring.ts';
import { fetchCredential } from './fetched-credential.ts';
import { checkFormat } from './format.ts';
import { areProven, checkProofs } from './proofs.ts';
import type { StatusEntry, StatusFault } from './status-entry.ts';

/** A status list that its issuer signed, and that holds at the moment. */
export type StatusList = { readonly purposes: readonly unknown[]; readonly bytes: Uint8Array };

/** What the lists of an entry's type are made of, by the names of their own types. */
const KINDS = {
  BitstringStatusListEntry: {
    credential: 'BitstringStatusListCredential',
    subject: 'BitstringStatusList',
    unpacked: unpackedBitstring,
  },
  StatusList2021Entry: {
    credential: 'StatusList2021Credential',
    subject: 'StatusList2021',
    unpacked: unpackedStatusList2021,
  },
} as const;

/**
 * Fetches the list that an entry names and believes it only if the issuer of the credential signed it, by
 * the same checks as any credential (W3C Bitstring Status List 1.0, Section 3.2). Another's list is not
 * believed, though the specification allows it: nothing signed says whose list may speak for the issuer.
 */
export async function statusListOf(
  { list: url, type }: StatusEntry,
  issuer: string,
  sources: Sources,
  nowSeconds: number,
): Promise<Result<StatusList, StatusFault>> {
  const current = await currentList(url, sources);
  if (!current.ok) return current;
  const { credential } = current.value;
  const kind = KINDS[type];
  const subject = credential.credentialSubject;
  const encoded = stringAt(subject, 'encodedList');
  if (
    !listOf(credential.type).includes(kind.credential) ||
    !isJsonObject(subject) ||
    !listOf(subject.type).includes(kind.subject) ||
    encoded === null
  ) {
    return fault('list_unreadable', url);
  }
  const isUnsigned = current.value.form === 'embedded' && credential.proof === undefined;
  if (isUnsigned || issuerOf(credential) !== issuer) return fault('list_not_issuers', url);
  const unproven = await unprovenBecause(current.value, url, sources, nowSeconds);
  if (unproven !== null) return refuse(unproven);
  const { result, finding } = checkTime(credential, nowSeconds);
  if (result !== 'pass') {
    return fault(finding === 'unreadable' ? 'list_unreadable' : 'list_expired', url);
  }
  const bytes = await kind.unpacked(encoded);
  return bytes.ok
    ? ok({ purposes: listOf(subject.statusPurpose), bytes: bytes.value })
    : fault(bytes.failure, url);
}

/** A copy that was kept for longer than the list itself allows is asked for again. */
async function currentList(
  url: string,
  { retrieve }: Sources,
): Promise<Result<Presented, StatusFault>> {
  const kept = await fetchCredential(url, retrieve);
  const ttlSeconds = kept.ok ? ttlSecondsIn(kept.value.presented) : 0;
  const isOld = kept.ok && kept.value.ageSeconds > ttlSeconds;
  const current = isOld ? await fetchCredential(url, retrieve, ttlSeconds) : kept;
  if (current.ok) return ok(current.value.presented);
  const { finding, at } = current.failure;
  return finding === 'unreadable'
    ? fault('list_unreadable', url)
    : refuse({ finding, values: [at] });
}

/** How long the list itself says that it may be kept, which it says in milliseconds. */
function ttlSecondsIn({ credential }: Presented): number {
  const subject = credential.credentialSubject;
  const ttlMs = isJsonObject(subject) ? subject.ttl : undefined;
  return typeof ttlMs === 'number' && ttlMs >= 0 ? ttlMs / 1000 : Number.POSITIVE_INFINITY;
}

/** Why a list cannot be taken for what the issuer says; null where it can. */
async function unprovenBecause(
  presented: Presented,
  url: string,
  sources: Sources,
  nowSeconds: number,
): Promise<StatusFault | null> {
  const format = checkFormat(presented);
  const checked = await checkProofs(presented, format, sources, nowSeconds);
  if (areProven(checked)) return null;
  const bad = [checked.identity, ...checked.proofs].find(({ result }) => result !== 'pass');
  return bad === undefined ? { finding: 'list_unreadable', values: [url] } : faultOf(bad, url);
}

const NOT_THE_ISSUERS: readonly string[] = [
  'another_issuer',
  'missing',
  'unknown_key',
  'compromised_key',
];
const BAD_SIGNATURE: readonly string[] = ['signature_bad', 'claims_differ', 'algorithm_refused'];

function faultOf({ finding, values }: Check, url: string): StatusFault {
  if (finding === 'unreachable' || finding === 'address_refused' || finding === 'budget_spent') {
    return { finding, values };
  }
  if (NOT_THE_ISSUERS.includes(finding)) return { finding: 'list_not_issuers', values: [url] };
  const isBad = BAD_SIGNATURE.includes(finding);
  return { finding: isBad ? 'list_bad_signature' : 'list_unreadable', values: [url] };
}

function fault(finding: CheckFindings['status'], url: string): Result<never, StatusFault> {
  return refuse({ finding, values: [url] });
}

import { isJsonObject, stringAt } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Check, CheckFindings } from '@laurel/core/verdict';
import { valuesWithinBounds } from '../bounds.ts';
import { listOf } from '../ours/claims-to-be-ours.ts';
import { issuerOf } from '../ours/verify-ours.ts';
import { type Presented, readPresented } from '../read.ts';
import { checkTime } from '../time-check.ts';
import type { Sources } from '../verify.ts';
import { unpackedBitstring, unpackedStatusList2021 } from './bitstring.ts';
import { checkFormat } from './format.ts';
import { checkProofs } from './proofs.ts';
import type { StatusEntry, StatusFault } from './status-entry.ts';

/** A status list that its issuer signed, and that holds at the moment. */
export type StatusList = { readonly purposes: readonly unknown[]; readonly bytes: Uint8Array };

type Found = Result<StatusList, StatusFault>;

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

/** Any form in which a credential can be served. */
const ACCEPT = [
  'application/vc',
  'application/vc+jwt',
  'application/json',
  'application/ld+json',
  'application/jwt',
];

/**
 * Fetches the list that an entry names and believes it only if the issuer of the credential signed it, by
 * the same checks as any credential (W3C Bitstring Status List 1.0, Section 4.2). Another's list is not
 * believed, though the specification allows it: nothing signed says whose list may speak for the issuer.
 */
export async function statusListOf(
  { list: url, type }: StatusEntry,
  issuer: string,
  sources: Sources,
  nowSeconds: number,
): Promise<Found> {
  const kept = await presentedList(url, sources);
  if (!kept.ok) return kept;
  const ttlSeconds = ttlSecondsIn(kept.value.presented);
  const { ageSeconds } = kept.value;
  const current = ageSeconds > ttlSeconds ? await presentedList(url, sources, ttlSeconds) : kept;
  if (!current.ok) return current;

  const { presented } = current.value;
  const { credential } = presented;
  const kind = KINDS[type];
  const subject = credential.credentialSubject;
  const isList =
    listOf(credential.type).includes(kind.credential) &&
    isJsonObject(subject) &&
    listOf(subject.type).includes(kind.subject);
  const encoded = stringAt(subject, 'encodedList');
  if (!isList || encoded === null) return fault('list_unreadable', url);
  if (issuerOf(credential) !== issuer) return fault('list_not_issuers', url);
  const unproven = await unprovenBecause(presented, url, sources, nowSeconds);
  if (unproven !== null) return refuse(unproven);
  const time = checkTime(credential, nowSeconds);
  if (time.result !== 'pass') {
    return fault(time.finding === 'unreadable' ? 'list_unreadable' : 'list_expired', url);
  }
  const bytes = await kind.unpacked(encoded);
  return bytes.ok
    ? ok({ purposes: listOf(subject.statusPurpose), bytes: bytes.value })
    : fault(bytes.failure, url);
}

type Kept = { readonly presented: Presented; readonly ageSeconds: number };

async function presentedList(
  url: string,
  { retrieve }: Sources,
  maxAgeSeconds?: number,
): Promise<Result<Kept, StatusFault>> {
  const answer = await retrieve(url, ACCEPT, maxAgeSeconds);
  if (!answer.ok) return refuse({ finding: answer.failure.finding, values: [answer.failure.at] });
  const read = readPresented(answer.value.text);
  if (!read.ok || !valuesWithinBounds(read.value.credential).ok)
    return fault('list_unreadable', url);
  return ok({ presented: read.value, ageSeconds: answer.value.ageSeconds ?? 0 });
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
  if (format.some(({ result }) => result === 'fail'))
    return { finding: 'list_unreadable', values: [url] };
  const { proofs, identity } = await checkProofs(presented, format, sources, nowSeconds);
  const bad = [identity, ...proofs].find(({ result }) => result !== 'pass');
  return bad === undefined ? null : faultOf(bad, url);
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
  return {
    finding: BAD_SIGNATURE.includes(finding) ? 'list_bad_signature' : 'list_unreadable',
    values: [url],
  };
}

function fault(finding: CheckFindings['status'], url: string): Result<never, StatusFault> {
  return refuse({ finding, values: [url] });
}

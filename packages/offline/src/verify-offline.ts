import { credentialIdIn } from '@laurel/core/addresses';
import type { IssuerFace } from '@laurel/core/issuer';
import { type JsonObject, stringAt } from '@laurel/core/json';
import { parsedUrl } from '@laurel/core/parsed-url';
import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';
import { withHeld } from '@laurel/verification/held';
import { claimsToBeOurs } from '@laurel/verification/ours/claims-to-be-ours';
import { issuerOf, verifyOurs } from '@laurel/verification/ours/verify-ours';
import type { Presented } from '@laurel/verification/read';
import type { LogPlace, Registry } from '@laurel/verification/registry';
import { type Report, reportOf } from '@laurel/verification/report';
import { checkTime } from '@laurel/verification/time-check';
import type { Brought } from './brought.ts';
import type { ProofBundle } from './bundle.ts';
import { logPlace, notInLog } from './log-place.ts';
import { keyMayBeNewer } from './newer-key.ts';
import type { RootKey } from './root-signed.ts';
import { statusAsOf } from './status-snapshot.ts';
import { type VouchedKeys, vouchedKeys } from './vouched-keys.ts';

/** Whom a verification believes before it begins. */
export type Trust = {
  readonly roots: readonly RootKey[];
  /** The public base URL of the service that the roots are of; null where the keys alone are known. */
  readonly origin: string | null;
};

export type OfflineReport = Report & {
  /** How old what is known of its standing is: when the list was signed. Null where nothing is. */
  readonly statusAsOfSeconds: number | null;
  /** When the list of keys was signed; null where none is believed. */
  readonly keysAsOfSeconds: number | null;
  /** What its issuer is, as the root vouches for it; null where it does not. */
  readonly issuer: Pick<IssuerFace, 'kind' | 'demonstration'> | null;
  /** Where it can be verified again, with what has happened since; null where it is not of the service. */
  readonly address: string | null;
};

/**
 * Verifies a credential of ours, or a learner record with all that it holds, from files alone, by the checks that are made of it online. What no file
 * can tell is said; what is missing, or is of something else, is named, and leaves the verdict open. Asks
 * nobody; the caller brings the clock.
 */
export async function verifyOffline(
  brought: Brought,
  trust: Trust,
  nowSeconds: number,
): Promise<OfflineReport> {
  const { presented, bundle } = brought;
  const report = await verifyAlone(brought, trust, nowSeconds);
  const withAll = await withHeld(report, presented.credential, (held, place) =>
    verifyAlone({ presented: held, bundle: bundle?.held?.[place] ?? null }, trust, nowSeconds),
  );
  return { ...report, ...withAll };
}

/** The same without what a learner record holds. */
async function verifyAlone(
  { presented, bundle }: Pick<Brought, 'presented' | 'bundle'>,
  { roots, origin: pinned }: Trust,
  nowSeconds: number,
): Promise<OfflineReport> {
  const { credential } = presented;
  const origin = originOf(credential);
  if (origin === null || (pinned ?? origin) !== origin || !claimsToBeOurs(presented, origin)) {
    return unverified(credential, nowSeconds, null, 'another_service', issuerOf(credential));
  }
  const address = stringAt(credential, 'id');
  if (bundle === null) return unverified(credential, nowSeconds, address, 'no_bundle');
  const vouched = await vouchedKeys(bundle.issuerKeys, origin, roots);
  if (!vouched.ok) return unverified(credential, nowSeconds, address, vouched.failure);
  const { did, kind, demonstration, signedAtSeconds } = vouched.value;
  if (did !== issuerOf(credential)) {
    return unverified(
      credential,
      nowSeconds,
      address,
      'keys_of_another',
      did,
      issuerOf(credential),
    );
  }
  return {
    ...(await verifyByBundle(presented, bundle, vouched.value, { roots, origin }, nowSeconds)),
    keysAsOfSeconds: signedAtSeconds,
    issuer: { kind, demonstration },
    address,
  };
}

type Known = { readonly roots: readonly RootKey[]; readonly origin: string };

async function verifyByBundle(
  presented: Presented,
  bundle: ProofBundle,
  keys: VouchedKeys,
  { roots, origin }: Known,
  nowSeconds: number,
): Promise<Report & Pick<OfflineReport, 'statusAsOfSeconds'>> {
  const { credential } = presented;
  const place = await logPlace(presented, bundle, origin, roots);
  const status = await statusAsOf(credential, bundle.status, keys);
  // It is not earlier than what was signed, even where the device's clock says so.
  const atLeastSeconds = Math.max(
    nowSeconds,
    keys.signedAtSeconds,
    status.asOfSeconds ?? 0,
    place?.state === 'included' ? place.loggedAtSeconds : 0,
  );
  const { checks } = await verifyOurs(presented, registryOf(keys, place, origin), atLeastSeconds);
  const proven = checks.some(({ check, result }) => check === 'proof' && result === 'pass');
  if (!proven) {
    const open = checks.map((check) => keyMayBeNewer(check, presented, keys));
    return { ...reportOf(open, credential), statusAsOfSeconds: null };
  }
  const offline = checks.map((check) => {
    if (check.check === 'identity') return identity('pass', 'vouched_by_root', keys.did);
    if (check.check === 'status') return status.check;
    return check.check === 'log' && place === null ? notInLog(bundle) : check;
  });
  return { ...reportOf(offline, credential), statusAsOfSeconds: status.asOfSeconds };
}

/** Knows the one issuer whose keys the root vouches for. How a credential stands is told by the list. */
function registryOf(
  { did, keys, kind, demonstration }: VouchedKeys,
  place: LogPlace | null,
  origin: string,
): Registry {
  return {
    origin,
    issuer: async (asked) =>
      asked === did ? { face: { ...FACE, kind, demonstration }, did, keys } : null,
    standing: async () => ({ state: 'active', since: null }),
    logged: async () => place,
  };
}

/** Signed documents name their issuer themselves: of its face nothing but what it is is asked here. */
const FACE = {
  slug: '',
  names: {},
  descriptions: {},
  vouch: null,
  logo: null,
} as const;

/** Where a credential says that it lies, if that is where one of ours could. */
function originOf(credential: JsonObject): string | null {
  const url = parsedUrl(stringAt(credential, 'id') ?? '');
  return url === null || credentialIdIn(url.origin, url.href) === null ? null : url.origin;
}

function unverified(
  credential: JsonObject,
  nowSeconds: number,
  address: string | null,
  finding: CheckFindings['identity'],
  ...values: readonly string[]
): OfflineReport {
  const result = finding === 'no_bundle' ? 'skipped' : 'warn';
  return {
    ...reportOf(
      [NO_PROOF, identity(result, finding, ...values), checkTime(credential, nowSeconds)],
      credential,
    ),
    statusAsOfSeconds: null,
    keysAsOfSeconds: null,
    issuer: null,
    address,
  };
}

const NO_PROOF: Check = { check: 'proof', result: 'skipped', finding: 'no_keys', values: [] };

function identity(
  result: CheckResult,
  finding: CheckFindings['identity'],
  ...values: readonly string[]
): Check {
  return { check: 'identity', result, finding, values };
}

import type { JsonObject } from '@laurel/core/json';
import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';
import type { Work } from '@laurel/proofs/data-integrity/work';
import type { Retrieve } from '../retrieve.ts';
import type { KeyLookup, Purpose } from './identity/key-lookup.ts';

/** What a proof has to be made for, and by whom. */
export type ProofWanted = {
  /** The DID or address of who must have made it: an issuer, or who presents. */
  readonly controller: string;
  readonly purpose: Purpose;
  /** What whoever asked for a presentation said, so that nobody shows it to another; null where nobody asked. */
  readonly request: { readonly challenge: string | null; readonly domain: string | null } | null;
  readonly retrieve: Retrieve;
  /** Of the whole call. */
  readonly work: Work;
  readonly nowSeconds: number;
};

/** One proof that was looked at. */
export type ProofSeen = {
  /** About the proof itself, or about what of the document it leaves unsigned. */
  readonly check: Check;
  /** Null where no key was looked up. */
  readonly lookup: KeyLookup | null;
};

/** What a check of one proof found. */
export function proofCheck(
  result: CheckResult,
  finding: CheckFindings['proof'],
  ...values: readonly string[]
): Check {
  return { check: 'proof', result, finding, values };
}

/** A proof that was not checked, as there is no key: because it is not published, or could not be asked for. */
export function withoutKey(lookup: KeyLookup & { readonly ok: false }): ProofSeen {
  const { failure } = lookup;
  return {
    check: failure.check === 'proof' ? failure : proofCheck('skipped', 'not_checked'),
    lookup,
  };
}

/** The day of a moment, as it is told. */
export function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** Seconds since the epoch; null for what is no time. */
export function secondsOf(value: JsonObject[string] | undefined): number | null {
  const milliseconds = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(milliseconds) ? null : milliseconds / 1000;
}

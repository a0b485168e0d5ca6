import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { jsonMistake } from '@laurel/core/json-mistake';
import { MAX_RECORD_CREDENTIALS } from '@laurel/core/learner-record';
import { valuesWithinBounds } from '@laurel/verification/bounds';
import * as z from 'zod';

/** Says what a file is, and how it is to be read; another shape has another number. */
export const BUNDLE_FORMAT = 'laurel-proof-bundle-v1';

/**
 * What is needed to verify a credential of ours without us. Nothing in it is to be believed for
 * standing there: keys are signed by the root key, which whoever verifies knows from elsewhere, the list
 * and the checkpoint by keys that the root key vouches for. Times are `YYYY-MM-DDThh:mm:ssZ`.
 */
export type ProofBundle = {
  readonly format: typeof BUNDLE_FORMAT;
  readonly madeAt: string;
  /** The signed document, byte for byte; null where it stands beside, as in a PDF. */
  readonly credential: string | null;
  /** `/issuers/{slug}/keys.json` as it was served. */
  readonly issuerKeys: JsonObject;
  /** `/.well-known/keys.json` as it was served: it has the keys that sign the log's checkpoints. */
  readonly serviceKeys: JsonObject | null;
  /**
   * C2SP tlog-proof, one for each signed form that stands in the log: the entry with the salt of exactly
   * these bytes, the way to a checkpoint, and that.
   */
  readonly log: readonly string[];
  /** Null where the credential has none. */
  readonly status: StatusSnapshot | null;
  /** Of a learner record: the same for each credential that it holds, in their order. */
  readonly held?: readonly ProofBundle[] | undefined;
};

/** A list of the issuer as it was served, and when that was. The moment of its signature is what counts. */
export type StatusSnapshot = { readonly takenAt: string; readonly list: JsonObject };

/** Within what can be gone through without running out of stack. */
const Document = z.custom<JsonObject>(
  (value) => isJsonObject(value) && valuesWithinBounds(value).ok,
);
const Moment = z.iso.datetime();

const Single = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  madeAt: Moment,
  credential: z.string().nullable(),
  issuerKeys: Document,
  serviceKeys: Document.nullable(),
  log: z.array(z.string()),
  status: z.strictObject({ takenAt: Moment, list: Document }).nullable(),
});

/** A record in a record is not verified, and so a bundle in a bundle has none in itself. */
const Bundle = Single.extend({ held: z.array(Single).max(MAX_RECORD_CREDENTIALS).optional() });

/** True for text that says it is a bundle, of whatever version, and whether or not it can be read. */
export function saysItIsABundle(text: string): boolean {
  if (!text.trimStart().startsWith('{') || jsonMistake(text) !== null) return false;
  return stringAt(JSON.parse(text), 'format')?.startsWith('laurel-proof-bundle') === true;
}

/** Null for what is no bundle of this version, all of it and nothing more. */
export function readBundle(text: string): ProofBundle | null {
  if (jsonMistake(text) !== null) return null;
  const read = Bundle.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}

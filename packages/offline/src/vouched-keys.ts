import { serviceDid } from '@laurel/core/addresses';
import { ISSUER_KINDS, type IssuerKind } from '@laurel/core/issuer';
import type { JsonObject } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { PublicJwk, VerificationKey } from '@laurel/core/verification-key';
import * as z from 'zod';
import { isRootSigned, type RootKey } from './root-signed.ts';

/** Somebody's keys, as the root key vouches for them. */
export type VouchedKeys = {
  readonly did: string;
  /** What it is, as far as the history says so: those from before it did are of communities. */
  readonly kind: IssuerKind;
  readonly demonstration: boolean;
  readonly keys: readonly VerificationKey[];
  /** When the list was signed. What became of the keys since is not known. */
  readonly signedAtSeconds: number;
};

export type NotVouched = 'root_unknown' | 'keys_unreadable';

const Moment = z.iso.datetime();

const Jwk: z.ZodType<PublicJwk> = z.union([
  z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }),
  z.strictObject({ kty: z.literal('RSA'), n: z.string(), e: z.string() }),
]);

/** What is read of a history of keys; whatever else it says is signed too, and of no concern here. */
const KeyHistory = z.looseObject({
  issuer: z.string(),
  kind: z.enum(ISSUER_KINDS).default('community'),
  demonstration: z.boolean().default(false),
  publishedAt: Moment,
  keys: z.array(
    z.looseObject({
      id: z.string(),
      algorithm: z.enum(['Ed25519', 'RS256']),
      publicKeyJwk: Jwk,
      publicKeyMultibase: z.string().optional(),
      createdAt: Moment,
      /** Only of the service’s own: its root, its log, its records. */
      use: z.string().optional(),
      retiredAt: Moment.optional(),
      compromisedAt: Moment.optional(),
    }),
  ),
});

/** The keys in a `keys.json` by which its owner signs credentials or records, once one of the root keys turns out to have signed it for that origin. */
export async function vouchedKeys(
  document: JsonObject,
  origin: string,
  roots: readonly RootKey[],
): Promise<Result<VouchedKeys, NotVouched>> {
  if (!(await isRootSigned(document, origin, roots))) return refuse('root_unknown');
  const read = KeyHistory.safeParse(document);
  if (!read.success) return refuse('keys_unreadable');
  const { issuer: did, kind, demonstration, publishedAt, keys } = read.data;
  return ok({
    did,
    kind,
    demonstration,
    signedAtSeconds: secondsOf(publishedAt),
    keys: keys.flatMap((key) =>
      key.id.startsWith(`${did}#`) && (did !== serviceDid(origin) || key.use === 'record')
        ? [
            {
              id: key.id.slice(did.length + 1),
              controller: did,
              algorithm: key.algorithm,
              jwk: key.publicKeyJwk,
              multibase: key.publicKeyMultibase ?? null,
              createdAtSeconds: secondsOf(key.createdAt),
              retiredAtSeconds: key.retiredAt === undefined ? null : secondsOf(key.retiredAt),
              compromisedAtSeconds:
                key.compromisedAt === undefined ? null : secondsOf(key.compromisedAt),
            },
          ]
        : [],
    ),
  });
}

function secondsOf(moment: string): number {
  return Math.floor(Date.parse(moment) / 1000);
}

import type { IssuerFace } from '@laurel/core/issuer';
import type { PublicTerm } from '@laurel/core/term-shown';
import type { CredentialState } from '@laurel/core/verdict';
import type { VerificationKey } from '@laurel/core/verification-key';

export type KnownIssuer = {
  /** What verifying needs of it. */
  readonly face: Pick<IssuerFace, 'kind'>;
  readonly did: string;
  /** All keys it ever had, retired and compromised ones too. */
  readonly keys: readonly VerificationKey[];
};

export type CredentialStanding = {
  readonly state: CredentialState;
  /** The day of the change to this state; null while active. */
  readonly since: string | null;
  /** Of a role: what may be known of its term besides its days. Left out where nobody can tell. */
  readonly term?: PublicTerm | null;
};

/** Where something that was signed here stands in the transparency log. */
export type LogPlace =
  | {
      readonly state: 'included';
      /** Counted from 0. */
      readonly index: number;
      readonly loggedAtSeconds: number;
    }
  /** On our record, and in the log within minutes. */
  | { readonly state: 'waiting' }
  /** Its holder withdrew it, and what led to its place was erased. */
  | { readonly state: 'unlinked' }
  /** Signed with a key of ours, and nowhere on our record. */
  | { readonly state: 'off_record' };

/**
 * What verification asks about our own issuers and credentials. All answer null for what they do not know.
 * `standing` and `logged` answer for hidden credentials too: a copy that somebody has still verifies.
 */
export type Registry = {
  readonly origin: string;
  readonly issuer: (did: string) => Promise<KnownIssuer | null>;
  readonly standing: (credentialId: string) => Promise<CredentialStanding | null>;
  /** Where what bears a signature, which was found good, stands in the log: see `ours/signature-of.ts`. */
  readonly logged: (credentialId: string, signature: string) => Promise<LogPlace | null>;
};

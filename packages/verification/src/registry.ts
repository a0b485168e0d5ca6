import type { IssuerFace } from '@laurel/core/issuer';
import type { CredentialState } from '@laurel/core/verdict';
import type { VerificationKey } from '@laurel/core/verification-key';

export type KnownIssuer = {
  readonly face: IssuerFace;
  readonly did: string;
  /** All keys it ever had, retired and compromised ones too. */
  readonly keys: readonly VerificationKey[];
};

export type CredentialStanding = {
  readonly state: CredentialState;
  /** The day of the change to this state; null while active. */
  readonly since: string | null;
};

/**
 * What verification asks about our own issuers and credentials. Both answer null for what was never
 * ours. `standing` answers for hidden credentials too: a copy that somebody has still verifies.
 */
export type Registry = {
  readonly origin: string;
  readonly issuer: (did: string) => Promise<KnownIssuer | null>;
  readonly standing: (credentialId: string) => Promise<CredentialStanding | null>;
};

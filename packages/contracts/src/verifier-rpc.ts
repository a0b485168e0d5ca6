import type { Paper } from '@laurel/core/paper';
import type { Result } from '@laurel/core/result';
import type { CredentialState } from '@laurel/core/verdict';

/**
 * Why there is no certificate of a credential: its state, or `not_shown`, alike where its link is off
 * and where there is no such credential.
 */
export type NoCertificate = Exclude<CredentialState, 'active'> | 'not_shown';

/**
 * What the desk may ask of the verifier: nothing but what everybody may, many at once. It is asked by
 * ids alone, and so learns of nobody.
 */
export type VerifierRpc = {
  /**
   * One answer each, in order: the certificate as a PDF, where strangers get to see it, or why there is
   * none. At most `CERTIFICATES_PER_SET`; A4 in landscape where no paper is named.
   */
  certificates(
    credentialIds: readonly string[],
    paper?: Paper,
  ): Promise<readonly Result<Uint8Array, NoCertificate>[]>;
};

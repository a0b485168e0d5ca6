import type { PartStates } from '@laurel/core/health';
import type { Paper } from '@laurel/core/paper';
import type { Result } from '@laurel/core/result';
import type { CredentialState } from '@laurel/core/verdict';

/**
 * Why there is no certificate of a credential: its state, or `not_shown`, alike where its link is off
 * and where there is no such credential.
 */
export type NoCertificate = Exclude<CredentialState, 'active'> | 'not_shown';

/** Why nothing is made of a copy: it is not what was signed here, or not to be relied on any more. */
export type NoFiles = 'not_ours' | 'suspended' | 'revoked' | 'withdrawn';

/** What is made of a credential: its certificate, and what verifies it without us. */
export type FilesOfCopy = {
  readonly pdf: Uint8Array;
  /** JSON, with the credential in it. */
  readonly bundle: string;
};

/** Keys of an issuer, or of the service itself, as anybody may have them. */
export type PublicKeys = {
  /** The slug of an issuer; empty for the service, whose root key is among its keys. */
  readonly owner: string;
  /** Its DID document, JSON. */
  readonly didDocument: string;
  /** The dates of its keys as the root key has signed them, JSON; null where none stand yet. */
  readonly history: string | null;
};

/** What one needs of us to verify files without us. */
export type OfflineKit = {
  readonly keys: readonly PublicKeys[];
  /** The root keys of the service that can be trusted, as Multikeys. */
  readonly roots: readonly string[];
  /** A page (HTML) that verifies files, with the root keys in it. */
  readonly verifier: string;
};

/** The most records in one call: each bundle has up to twenty credentials with what belongs to them. */
export const MAX_RECORD_COPIES = 10;

/** What the desk found of itself and of those behind it; moments in seconds since the epoch. */
export type DeskHealth = { readonly parts: PartStates };

/**
 * What the desk may ask of the verifier: nothing but what everybody may, many at once. It is asked by
 * ids alone, or with copies that it verifies like those of strangers, and keeps nothing of.
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
  /** Answers where its database and its fonts do. */
  health(): Promise<{ readonly ok: true }>;
  /**
   * One answer each, in order: what is made of a signed credential that is handed over (JSON), whether or
   * not its link is on, once it was found to be ours. At most `CERTIFICATES_PER_SET`.
   */
  filesOfCopies(documents: readonly string[]): Promise<readonly Result<FilesOfCopy, NoFiles>[]>;
  /** The same of learner records, of which nothing is drawn. At most {@link MAX_RECORD_COPIES}. */
  bundlesOfRecords(documents: readonly string[]): Promise<readonly Result<string, NoFiles>[]>;
  /** The keys of these issuers and of the service, and the page that verifies without us. */
  offlineKit(issuers: readonly string[]): Promise<OfflineKit>;
};

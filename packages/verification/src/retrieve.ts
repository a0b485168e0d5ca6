import type { Result } from '@laurel/core/result';
import type { FetchFinding } from '@laurel/core/verdict';

/** What another server answered with 200. */
export type Retrieved = {
  /** Where it was found, after redirects. */
  readonly url: string;
  /** In small letters, without parameters. */
  readonly mediaType: string;
  readonly text: string;
  /** How long ago the other server said so; absent where it was asked just now. */
  readonly ageSeconds?: number;
};

export type NotRetrieved = {
  readonly finding: FetchFinding;
  /** The address, or the host that refused or was refused: what a reader is told. */
  readonly at: string;
};

/**
 * Asks another server for a document, within what one verification may ask. Never throws: a host that
 * fails is a finding. What lies under our own origin is answered from our own record.
 *
 * @param url as a credential names it; nothing was checked.
 * @param accept media types, the wanted one first.
 * @param maxAgeSeconds a copy that was kept for longer is not taken; by default, what its server allows.
 */
export type Retrieve = (
  url: string,
  accept: readonly string[],
  maxAgeSeconds?: number,
) => Promise<Result<Retrieved, NotRetrieved>>;

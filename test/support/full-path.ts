import type { KnownForms } from '@laurel/proofs/canonical/known-forms';

/** Forms of which none is ever known, so that everything takes the full path. */
export const FULL_PATH: KnownForms = {
  find: () => undefined,
  isWanted: () => false,
  learn: () => undefined,
};

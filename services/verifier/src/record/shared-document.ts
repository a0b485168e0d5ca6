import type { VisibleCredential } from './visible-credential.ts';

/**
 * What was signed, where it may be shown without its page beside it; null once it is suspended, superseded,
 * withdrawn or revoked, which only the page can say.
 */
export function sharedDocument({ row }: VisibleCredential): string | null {
  return row.state === 'active' ? row.document : null;
}

import type { Failure } from '@laurel/core/failure';
import { UNAVAILABLE } from '@laurel/core/unavailable';

/** A database that is overloaded is not helped by being asked again at once. */
const RETRY_AFTER_SECONDS = 10;

/** A migration is on its way: it is applied within a minute of the code that needs it, or was forgotten. */
const RETRY_AFTER_MIGRATION_SECONDS = 60;

/**
 * Failures of D1 that end by themselves, by their messages, as it has no codes (Cloudflare D1, "Debug D1", "List of
 * D1_ERRORs"): overload, restarts, lost connections, and queries that were too much for it at that moment.
 */
const PASSING =
  /^(?:D1_ERROR: )?(?:a store is unavailable|D1 DB is overloaded|D1 DB.*\breset\b|Internal error .*object to be reset|Network connection lost|Cannot resolve D1 DB|Can't read from request stream)/;

/** SQLite's words for a table or a column that a migration is yet to bring. */
const BEHIND = /^D1_ERROR: (?:no such (?:table|column)|table \S+ has no column named)/;

/**
 * The refusal for a defect that is a database's and passes: what was asked may be sent again as it is, since nothing
 * is written but in whole transactions. Null for any other defect.
 */
export function storeRefusal(
  defect: unknown,
): (Failure & { readonly reason: 'store_unavailable' }) | null {
  const reason = 'store_unavailable';
  if (says(defect, PASSING)) return { reason, retryAfterSeconds: RETRY_AFTER_SECONDS };
  if (says(defect, BEHIND)) return { reason, retryAfterSeconds: RETRY_AFTER_MIGRATION_SECONDS };
  return null;
}

/** What a Worker throws to its caller instead of a defect, whose message may hold what it worked on. */
export function forCaller(defect: unknown, otherwise: string): Error {
  return new Error(storeRefusal(defect) === null ? otherwise : UNAVAILABLE);
}

/**
 * A failed query is wrapped by whoever sent it, and may be one of several. Messages are read from their beginning, as
 * that of the wrapper goes on with what somebody typed.
 */
function says(defect: unknown, words: RegExp): boolean {
  if (!(defect instanceof Error)) return false;
  const parts = defect instanceof AggregateError ? defect.errors : [];
  return words.test(defect.message) || [defect.cause, ...parts].some((part) => says(part, words));
}

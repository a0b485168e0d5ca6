/**
 * Limits of D1 on Workers Paid (Cloudflare D1, “Limits”); GB is 10^9 bytes. Read on the day of {@link READ_ON}.
 */
export const LIMITS = {
  databaseBytes: 10e9,
  /** More on request, says the same page. */
  accountBytes: 1e12,
  bindingsPerWorker: 5_000,
  queriesPerInvocation: 1_000,
  connectionsPerInvocation: 6,
} as const;

/**
 * Dollars beyond what Workers Paid includes, which at these sizes is nothing: “Pricing” of Cloudflare Workers, D1,
 * Queues and R2. Read on the day of {@link READ_ON}.
 */
export const PRICES = {
  perMillionRequests: 0.3,
  perMillionCpuMs: 0.02,
  perMillionRowsRead: 0.001,
  perMillionRowsWritten: 1,
  perStoredGbMonth: 0.75,
  perMillionQueueOperations: 0.4,
  perR2GbMonth: 0.015,
  perMillionR2Writes: 4.5,
  perMillionR2Reads: 0.36,
} as const;

export const READ_ON = '2026-11-27';

/** Where they stand. */
export const PAGES = [
  'https://developers.cloudflare.com/d1/platform/limits/',
  'https://developers.cloudflare.com/d1/platform/pricing/',
  'https://developers.cloudflare.com/workers/platform/pricing/',
  'https://developers.cloudflare.com/queues/platform/pricing/',
  'https://developers.cloudflare.com/r2/pricing/',
] as const;

import type { Counters } from '@laurel/observing/counters';
import {
  boundDatabases,
  FIRST,
  type PublicBindings,
} from '@laurel/store/directory/public-bindings';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { drizzle } from 'drizzle-orm/d1';

export type SignerEnv = PublicBindings & {
  readonly PRIVATE: D1Database;
  readonly COUNTERS: Counters;
  readonly LAUREL_ORIGIN: string;
  /** JSON: version to 32 bytes in base64url. The highest version seals; every version unseals. */
  readonly KEY_ENCRYPTION_SECRETS: string;
  /** Moves this Worker's clock, for tests of what only time brings. Absent in production. */
  readonly CLOCK_SHIFT_SECONDS?: string;
};

/** Everything one call of the signer works with; the clock is read once, here. */
export type Signing = {
  readonly origin: string;
  readonly nowSeconds: number;
  /** The database of PUBLIC that is at hand. Where there are several, `databases.ts` has another one at hand. */
  readonly publicStore: DrizzleD1Database;
  /** Its number. */
  readonly database: number;
  /** All databases of PUBLIC: number n at place n - 1. */
  readonly stores: readonly DrizzleD1Database[];
  /** The numbers of those that were at hand in this call: what it signed waits in them for their logs. */
  readonly touched: Set<number>;
  readonly privateStore: DrizzleD1Database;
  readonly keyEncryptionSecrets: string;
  readonly counters: Counters;
};

/** What the signer works with in one call or tick. */
export function signingFor(env: SignerEnv): Signing {
  const stores = boundDatabases(env).map((one) => drizzle(one));
  return {
    origin: env.LAUREL_ORIGIN,
    nowSeconds: Math.floor(Date.now() / 1000) + Number(env.CLOCK_SHIFT_SECONDS ?? 0),
    publicStore: drizzle(env.PUBLIC),
    database: FIRST,
    stores,
    touched: new Set([FIRST]),
    privateStore: drizzle(env.PRIVATE),
    keyEncryptionSecrets: env.KEY_ENCRYPTION_SECRETS,
    counters: env.COUNTERS,
  };
}

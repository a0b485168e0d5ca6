import type { Counters } from '@laurel/observing/counters';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { drizzle } from 'drizzle-orm/d1';

export type SignerEnv = {
  readonly PUBLIC: D1Database;
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
  readonly publicStore: DrizzleD1Database;
  readonly privateStore: DrizzleD1Database;
  readonly keyEncryptionSecrets: string;
  readonly counters: Counters;
};

/** What the signer works with in one call or tick. */
export function signingFor(env: SignerEnv): Signing {
  return {
    origin: env.LAUREL_ORIGIN,
    nowSeconds: Math.floor(Date.now() / 1000) + Number(env.CLOCK_SHIFT_SECONDS ?? 0),
    publicStore: drizzle(env.PUBLIC),
    privateStore: drizzle(env.PRIVATE),
    keyEncryptionSecrets: env.KEY_ENCRYPTION_SECRETS,
    counters: env.COUNTERS,
  };
}

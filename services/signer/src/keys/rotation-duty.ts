import { LOG_OWNER, RECORD_OWNER } from '@laurel/core/key-owners';
import { KEY_ROTATION_AGE_SECONDS } from '@laurel/core/key-schedule';
import { FIRST } from '@laurel/store/directory/public-bindings';
import { issuers, verificationKeys } from '@laurel/store/public/schema';
import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { atHome } from '../databases.ts';
import type { Signing } from '../env.ts';
import { orDefect } from '../issue/or-defect.ts';
import { keySetOf, ROOT_OWNER } from './key-set.ts';
import { makeMissingKeys } from './missing-keys.ts';
import { announceKey, takeTurn } from './rotate.ts';

/** What one tick does at most, with room to spare for its other duties: a new RSA key takes up to a second. */
const MAX_TURNS = 20;
const MAX_ANNOUNCED = 5;

const { owner, algorithm } = verificationKeys;

/**
 * Has keys whose turn has come sign, and announces one to follow each that has signed for long. Each
 * issuer and algorithm on its own: one that fails holds up no other, and the next tick tries again.
 */
export async function rotateKeys(signing: Signing): Promise<void> {
  // The service's own are changed in the first database alone.
  for (const service of signing.database === FIRST ? [ROOT_OWNER, LOG_OWNER] : []) {
    await orDefect(() => replaceServiceKey(signing, service));
  }
  for (const due of await turnsDue(signing)) {
    await orDefect(async () =>
      takeTurn(await atHome(signing, due.owner), due.owner, due.algorithm),
    );
  }
  for (const aged of await agedKeys(signing)) {
    await orDefect(async () =>
      announceKey(await atHome(signing, aged.owner), aged.owner, aged.algorithm),
    );
  }
}

/**
 * Root and log keys are taken out of use by hand (docs/keys.md). Without a root key that signs no keys can be
 * changed, and no theft can be told: so a new one is made at once.
 */
async function replaceServiceKey(signing: Signing, service: string): Promise<void> {
  if ((await keySetOf(signing, service)).keys.length === 0) return;
  await makeMissingKeys(signing, service, ['Ed25519']);
}

function turnsDue({ publicStore, nowSeconds }: Signing) {
  return publicStore
    .select({ owner, algorithm })
    .from(verificationKeys)
    .where(and(inState(true), lte(verificationKeys.signsFromSeconds, nowSeconds)))
    .orderBy(asc(verificationKeys.signsFromSeconds))
    .limit(MAX_TURNS);
}

/** Of issuers, and those for records: whoever verifies offline holds on to the root key. */
function agedKeys({ publicStore, nowSeconds }: Signing) {
  const since = sql`max(${verificationKeys.createdAtSeconds}, ${verificationKeys.signsFromSeconds})`;
  return publicStore
    .select({ owner, algorithm })
    .from(verificationKeys)
    .where(
      and(
        inState(false),
        lte(since, nowSeconds - KEY_ROTATION_AGE_SECONDS),
        or(
          eq(owner, RECORD_OWNER),
          inArray(owner, publicStore.select({ slug: issuers.slug }).from(issuers)),
        ),
        sql`not exists (select 1 from verification_keys as next where next.owner = ${owner}
          and next.algorithm = ${algorithm} and next.waiting = 1 and next.retired_at_seconds is null
          and next.compromised_at_seconds is null)`,
      ),
    )
    .orderBy(since)
    .limit(MAX_ANNOUNCED);
}

function inState(waiting: boolean) {
  return and(
    eq(verificationKeys.waiting, waiting),
    isNull(verificationKeys.retiredAtSeconds),
    isNull(verificationKeys.compromisedAtSeconds),
  );
}

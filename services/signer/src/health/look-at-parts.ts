import { count } from '@laurel/observing/counters';
import { intents } from '@laurel/store/private/schema';
import { eq, sql } from 'drizzle-orm';
import { inEach } from '../databases.ts';
import type { Signing } from '../env.ts';
import { everySecretOpens } from './keys-open.ts';
import { noteState } from './note-state.ts';

/** More than this is told as this: a look costs no more however much waits. */
const MAX_COUNTED = 1_000;

/** The last duty of a tick: counts what still waits, and notes whether the logs keep up, keys open and this ticked. */
export async function lookAtParts(signing: Signing): Promise<void> {
  const each = await Promise.all(inEach(signing).map(waitingIn));
  const { counters } = signing;
  const toLog = together(each.map((one) => one.toLog));
  count(counters, { counted: 'backlog', words: ['log'], numbers: [toLog, 0] });
  const tokens = together(each.map((one) => one.tokens));
  count(counters, { counted: 'backlog', words: ['rsa_jwts'], numbers: [tokens, 0] });
  await countIntents(signing);
  const keepUp = each.every((one) => one.toLog < MAX_COUNTED && one.unsignedHeads === 0);
  await noteState(signing, 'log', keepUp);
  await noteState(signing, 'keys', await everySecretOpens(signing));
  await noteState(signing, 'signer_cron', true);
}

/**
 * How many texts of the database at hand wait for its log and for an RS256 JWT, and whether a head of its log waits for
 * its signature. In one statement, as each database costs every tick as many as this asks.
 */
async function waitingIn({ publicStore }: Signing) {
  const [waiting] = await publicStore
    .select({
      toLog: sql<number>`(select count(*) from (select 1 from log_pending limit ${MAX_COUNTED}))`,
      tokens: sql<number>`(select count(*) from (select 1 from credentials
        where rsa_jwt is null and document is not null limit ${MAX_COUNTED}))`,
      // Whatever was signed before this tick is in the log by now, under a head that is signed.
      unsignedHeads: sql<number>`(select count(*) from log_checkpoints
        where note is null and size = (select max(size) from log_checkpoints))`,
    })
    .from(sql`(select 1)`);
  if (waiting === undefined) throw new Error('one row was asked for');
  return waiting;
}

async function countIntents({ privateStore, counters, nowSeconds }: Signing): Promise<void> {
  const recorded = privateStore
    .select({ at: intents.recordedAtSeconds })
    .from(intents)
    .where(eq(intents.state, 'recorded'))
    .orderBy(intents.recordedAtSeconds)
    .limit(MAX_COUNTED)
    .as('some');
  const [left] = await privateStore
    .select({ waiting: sql<number>`count(*)`, oldest: sql<number | null>`min(${recorded.at})` })
    .from(recorded);
  const oldest = left?.oldest ?? nowSeconds;
  count(counters, {
    counted: 'backlog',
    words: ['intents'],
    numbers: [left?.waiting ?? 0, nowSeconds - oldest],
  });
}

function together(numbers: readonly number[]): number {
  return Math.min(
    numbers.reduce((sum, one) => sum + one, 0),
    MAX_COUNTED,
  );
}

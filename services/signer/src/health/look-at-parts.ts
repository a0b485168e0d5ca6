import { count } from '@laurel/observing/counters';
import { intents } from '@laurel/store/private/schema';
import { credentials, logCheckpoints, logPending } from '@laurel/store/public/schema';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { everySecretOpens } from './keys-open.ts';
import { noteState } from './note-state.ts';

/** More than this is told as this: a look costs no more however much waits. */
const MAX_COUNTED = 1_000;

/** The last duty of a tick: counts what still waits, and notes whether the log keeps up, keys open and this ticked. */
export async function lookAtParts(signing: Signing): Promise<void> {
  const toLog = await countWaiting(signing);
  // Whatever was signed before this tick is in the log by now, under a head that is signed.
  const unsigned = await signing.publicStore
    .select({ size: logCheckpoints.size })
    .from(logCheckpoints)
    .where(
      and(
        isNull(logCheckpoints.note),
        sql`${logCheckpoints.size} = (select max(size) from log_checkpoints)`,
      ),
    );
  await noteState(signing, 'log', toLog < MAX_COUNTED && unsigned.length === 0);
  await noteState(signing, 'keys', await everySecretOpens(signing));
  await noteState(signing, 'signer_cron', true);
}

/** How many texts wait for the log. */
async function countWaiting({
  publicStore,
  privateStore,
  counters,
  nowSeconds,
}: Signing): Promise<number> {
  const waiting = sql<number>`count(*)`;
  const one = sql`1`;
  const [toLog] = await publicStore.select({ waiting }).from(
    publicStore
      .select({ one: one.as('one') })
      .from(logPending)
      .limit(MAX_COUNTED)
      .as('some'),
  );
  const [toSign] = await publicStore.select({ waiting }).from(
    publicStore
      .select({ one: one.as('one') })
      .from(credentials)
      .where(and(isNull(credentials.rsaJwt), isNotNull(credentials.document)))
      .limit(MAX_COUNTED)
      .as('some'),
  );
  const recorded = privateStore
    .select({ at: intents.recordedAtSeconds })
    .from(intents)
    .where(eq(intents.state, 'recorded'))
    .orderBy(intents.recordedAtSeconds)
    .limit(MAX_COUNTED)
    .as('some');
  const [left] = await privateStore
    .select({ waiting, oldest: sql<number | null>`min(${recorded.at})` })
    .from(recorded);
  const oldest = left?.oldest ?? nowSeconds;
  count(counters, { counted: 'backlog', words: ['log'], numbers: [toLog?.waiting ?? 0, 0] });
  count(counters, { counted: 'backlog', words: ['rsa_jwts'], numbers: [toSign?.waiting ?? 0, 0] });
  count(counters, {
    counted: 'backlog',
    words: ['intents'],
    numbers: [left?.waiting ?? 0, nowSeconds - oldest],
  });
  return toLog?.waiting ?? 0;
}

import type { ErasedSoFar } from '@laurel/contracts/signer-rpc';
import { inSet } from '@laurel/store/in-set';
import { accounts, awards, endorsements, intents } from '@laurel/store/private/schema';
import { credentials } from '@laurel/store/public/schema';
import { and, eq, inArray, isNotNull, ne, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Signing } from '../env.ts';
import { eraseBytes } from './erase-bytes.ts';
import { isLinkedTo } from './released-of.ts';
import { standPredecessors } from './stand.ts';
import { withBytes } from './with-bytes.ts';

/** What one call erases at most: it fits into one invocation with room to spare. */
const MAX_PER_CALL = 200;

/**
 * Erases whatever was signed of an account with a user name that is not its own any more, learner records
 * with such credentials in them and what it wrote of others too; some in each call. It reads the name itself: one that was given back
 * ends nothing. May be repeated, and cut off anywhere.
 */
export async function endFormerNames(signing: Signing, accountId: string): Promise<ErasedSoFar> {
  const { privateStore } = signing;
  const [account] = await privateStore
    .select({ username: accounts.username })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  const username = sql`${account?.username ?? null}`;
  const made = await privateStore
    .select({
      id: intents.credentialId,
      isWaiting: sql<number>`${intents.state} = 'recorded' and ${saysOther(intents.document, username)}`,
    })
    .from(intents)
    .leftJoin(awards, eq(awards.id, intents.awardId))
    .leftJoin(endorsements, eq(endorsements.id, intents.endorsement))
    .where(
      and(isLinkedTo(accountId), eq(intents.disclosure, 'account'), ne(intents.state, 'abandoned')),
    );
  const former = await withBytes(
    signing,
    made.map(({ id }) => id),
    saysOther(credentials.document, username),
  );
  await eraseNames(signing, former.slice(0, MAX_PER_CALL));
  if (former.length > MAX_PER_CALL) return 'more_to_erase';
  return made.some(({ isWaiting }) => isWaiting === 1) ? 'still_being_signed' : 'nothing_left';
}

/** Of what was just published and still stands as recorded: that which says a name that changed meanwhile. */
export async function publishedWithFormerName(
  { privateStore }: Signing,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await privateStore
    .select({ id: intents.credentialId })
    .from(intents)
    .leftJoin(awards, eq(awards.id, intents.awardId))
    .leftJoin(endorsements, eq(endorsements.id, intents.endorsement))
    .leftJoin(
      accounts,
      sql`${accounts.id} = coalesce(${awards.accountId}, ${intents.recordHolder},
        ${endorsements.endorserAccountId})`,
    )
    .where(
      and(
        inArray(intents.credentialId, inSet(ids)),
        eq(intents.disclosure, 'account'),
        isNotNull(intents.document),
        saysOther(intents.document, sql`${accounts.username}`),
      ),
    );
  return rows.map(({ id }) => id);
}

/** How the name in an IdentityObject begins in what is signed, which is written without spaces. */
const IDENTITY = '"identityHash":';

/** Remembers first why it is erased: its holder is told, and nobody else. */
export async function eraseNames(signing: Signing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await signing.privateStore
    .update(intents)
    .set({ saidFormerName: true })
    .where(inArray(intents.credentialId, inSet(ids)));
  await eraseBytes(signing, ids);
  await standPredecessors(signing, ids);
}

/**
 * Whether a document says a user name that is not this one, wherever in it but for what others said of it. Most say one
 * name, and it is this one: that is seen in their text, without taking it apart.
 */
function saysOther(document: SQLiteColumn, username: SQL): SQL {
  const saysThisAlone = sql`instr(substr(${document}, instr(${document}, ${IDENTITY}) + length(${IDENTITY})), ${IDENTITY}) = 0
    and instr(${document}, ${IDENTITY} || json_quote(${username})) > 0`;
  return sql`not coalesce(${saysThisAlone}, 0) and exists (select 1 from json_tree(${document}) as node
    where node.key = 'identityHash' and node.atom is not ${username}
      and instr(node.path, '.endorsement[') = 0
      and json_extract(${document}, node.path || '.identityType') = 'userName')`;
}

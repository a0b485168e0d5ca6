import type { Subtree } from '@laurel/log/subtree';
import { logSubtrees } from '@laurel/store/public/log';
import { type SQLWrapper, sql } from 'drizzle-orm';
import type { PublicDatabase } from '../record/database.ts';
import type { SignedCheckpoint } from './checkpoint.ts';

/** What the document of a credential is proven by to be in the log, as far as it is there. */
export type BesideDocument = {
  /** The newest tree head that is signed; null before there is any. */
  readonly head: SignedCheckpoint | null;
  /** The hashes, base64, of all complete subtrees that a proof up to that head may hold. */
  readonly subtrees: readonly (Subtree & { readonly hash: string })[];
};

/**
 * The statement that reads, for a credential's documents in the log, the subtree beside theirs on each level, and the last one on each
 * level, of which the right edge of the tree is made (RFC 6962, Section 2.1.1). Each by the index, which a `union` here would leave
 * unused; none before a head is signed.
 *
 * @param credential a subquery that answers its id, or nothing.
 */
export function subtreesBeside(db: PublicDatabase, credential: SQLWrapper) {
  return db
    .select()
    .from(logSubtrees)
    .where(sql`(level, position) in (
    with recursive levels (level, place, size) as (
      select 0, log_entries.entry_index, (
        select size from log_checkpoints where note is not null order by size desc limit 1)
      from log_salts join log_entries on log_entries.hash = log_salts.hash
      where log_salts.credential = ${credential} and log_salts.artefact = 'document'
      union all select level + 1, place >> 1, size >> 1 from levels where size > 1)
    select level, case side.value when 'beside' then place + 1 - 2 * (place & 1) else size - 1 end
    from levels, json_each('["beside", "last"]') side)`);
}

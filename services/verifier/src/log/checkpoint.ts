import { logCheckpoints } from '@laurel/store/public/log';
import { desc, isNotNull } from 'drizzle-orm';
import type { PublicDatabase } from '../record/database.ts';

export type SignedCheckpoint = {
  readonly size: number;
  readonly madeAtSeconds: number;
  /** The signed note. */
  readonly note: string;
};

/** The statement that reads the newest checkpoint that is signed. */
export function newestCheckpoint(db: PublicDatabase) {
  return db
    .select()
    .from(logCheckpoints)
    .where(isNotNull(logCheckpoints.note))
    .orderBy(desc(logCheckpoints.size))
    .limit(1);
}

/** The newest checkpoint that is signed; null before there is any. */
export async function findCheckpoint(db: PublicDatabase): Promise<SignedCheckpoint | null> {
  return signedHead(await newestCheckpoint(db));
}

/** The same of what that statement has answered. */
export function signedHead([row]: Awaited<
  ReturnType<typeof newestCheckpoint>
>): SignedCheckpoint | null {
  return row?.note == null ? null : { ...row, note: row.note };
}

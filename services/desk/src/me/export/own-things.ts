import type { HeldCredential, HeldRecord } from '@laurel/contracts/signer-rpc';
import type { Desk } from '../../env.ts';
import { awardsOfHolder, type HolderAward } from '../holder-award.ts';

/** All that somebody holds, newest first, with the awards that it was made from. */
export type OwnThings = {
  readonly credentials: readonly HeldCredential[];
  readonly records: readonly HeldRecord[];
  /** By their ids. */
  readonly awards: ReadonlyMap<string, HolderAward>;
  /** The slugs of those who awarded any of it. */
  readonly issuers: readonly string[];
};

/** What an account holds, those things that ended too. */
export async function ownThings(desk: Desk, accountId: string): Promise<OwnThings> {
  const [awards, credentials, records] = await Promise.all([
    awardsOfHolder(desk, accountId),
    desk.signer.held(accountId),
    desk.signer.heldRecords(accountId),
  ]);
  return {
    credentials,
    records,
    awards: new Map(awards.map((held) => [held.award.id, held])),
    issuers: [...new Set(awards.map(({ issuer }) => issuer.slug))].sort((one, other) =>
      one.localeCompare(other),
    ),
  };
}

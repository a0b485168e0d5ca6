import type { HeldCredential } from '@laurel/contracts/signer-rpc';
import type { Desk } from '../env.ts';
import { awardsOfHolder, type HolderAward } from './holder-award.ts';

/** A credential of somebody, with the award that it was made from. */
export type OwnCredential = { readonly credential: HeldCredential; readonly held: HolderAward };

/** All credentials of an account, those that ended too, newest first. */
export async function ownCredentials(
  desk: Desk,
  accountId: string,
): Promise<readonly OwnCredential[]> {
  const [awards, credentials] = await Promise.all([
    awardsOfHolder(desk, accountId),
    desk.signer.held(accountId),
  ]);
  const awardOf = new Map(awards.map((held) => [held.award.id, held]));
  return credentials.flatMap((credential) => {
    const held = awardOf.get(credential.awardId);
    return held === undefined ? [] : [{ credential, held }];
  });
}

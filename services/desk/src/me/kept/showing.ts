import type { Desk } from '../../env.ts';

/** How somebody shows what they hold: collections, the list under their user name, and what was on before hiding. */
export async function keptShowing({ signer }: Desk, accountId: string) {
  const [collections, listed, shownBefore] = await Promise.all([
    signer.collections(accountId),
    signer.badgeFeed(accountId),
    signer.shownBefore(accountId),
  ]);
  return { collections, listedUnderUserName: listed, shownBeforeHiding: shownBefore };
}

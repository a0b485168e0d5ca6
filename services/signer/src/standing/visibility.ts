import type { Failure } from '@laurel/core/failure';
import { type Result, refuse } from '@laurel/core/result';
import { credentials, retiredLinks } from '@laurel/store/public/schema';
import { and, eq, notInArray } from 'drizzle-orm';
import { readAmong } from '../databases.ts';
import type { Signing } from '../env.ts';
import { mustHold } from './held.ts';
import { standPredecessors } from './stand.ts';

/** Switches a credential's link on or off, for its holder. One that was replaced stays off. */
export async function setVisible(
  signing: Signing,
  credentialId: string,
  holderAccountId: string,
  visible: boolean,
): Promise<Result<null, Failure>> {
  const held = await mustHold(signing, credentialId, holderAccountId);
  if (held.ok) {
    const of = eq(credentials.id, credentialId);
    const set = await readAmong(signing, [credentialId], ({ publicStore }) => {
      const retired = publicStore.select({ id: retiredLinks.credentialId }).from(retiredLinks);
      return publicStore
        .update(credentials)
        .set({ visible })
        .where(visible ? and(of, notInArray(credentials.id, retired)) : of)
        .returning({ id: credentials.id });
    });
    if (set.length === 0) return refuse({ reason: 'link_retired' });
    await standPredecessors(signing, [credentialId]);
  }
  return held;
}

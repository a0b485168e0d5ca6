import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import { credentials } from '@laurel/store/public/schema';
import { eq } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { mustHold } from './held.ts';
import { standPredecessors } from './stand.ts';

/** Switches a credential's link on or off, for its holder. */
export async function setVisible(
  signing: Signing,
  credentialId: string,
  holderAccountId: string,
  visible: boolean,
): Promise<Result<null, Failure>> {
  const held = await mustHold(signing, credentialId, holderAccountId);
  if (held.ok) {
    await signing.publicStore
      .update(credentials)
      .set({ visible })
      .where(eq(credentials.id, credentialId));
    await standPredecessors(signing, [credentialId]);
  }
  return held;
}

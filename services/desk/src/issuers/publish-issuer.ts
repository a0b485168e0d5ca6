import { deskIssuers } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';

const MAX_ROUNDS = 5;

/**
 * Makes public what stands of an issuer here, with its keys where it has none yet. Reads again after
 * it: of two changes at once, the one that was written last is the one that is shown in the end.
 */
export async function publishIssuer(desk: Desk, slug: string): Promise<void> {
  let published = '';
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const [face] = await desk.store.select().from(deskIssuers).where(eq(deskIssuers.slug, slug));
    if (face === undefined || JSON.stringify(face) === published) return;
    await desk.signer.establishIssuer(face);
    published = JSON.stringify(face);
  }
}

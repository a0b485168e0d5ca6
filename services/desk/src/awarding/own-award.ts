import { awards } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';

/** The condition that an award is this one, and the actor's issuer's. */
export function ownAward({ issuer }: Actor, awardId: string) {
  return and(eq(awards.id, awardId), eq(awards.issuer, issuer));
}

/** An award of the actor's issuer; null where it has no such award. */
export async function findOwnAward({ store }: Desk, actor: Actor, awardId: string) {
  const [award] = await store.select().from(awards).where(ownAward(actor, awardId));
  return award ?? null;
}

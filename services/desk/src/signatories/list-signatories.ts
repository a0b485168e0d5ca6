import { mayBeNamed, signatories } from '@laurel/store/private/desk';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';

export type ListedSignatory = Pick<
  typeof signatories.$inferSelect,
  'id' | 'accountId' | 'names' | 'offices' | 'place'
>;

/** Who signs for an issuer in their order, then who offered to, the first of them first. */
export async function listSignatories(
  { store, nowSeconds }: Desk,
  issuer: string,
): Promise<readonly ListedSignatory[]> {
  const { id, accountId, names, offices, place } = signatories;
  return store
    .select({ id, accountId, names, offices, place })
    .from(signatories)
    .where(and(eq(signatories.issuer, issuer), mayBeNamed('signatories', nowSeconds)))
    .orderBy(sql`place is null`, asc(place), asc(signatories.offeredAtSeconds), asc(id));
}

/** Those of them that a member gets to see: who signs, their own offer, and everybody’s if they decide. */
export function seenBy(
  actor: Actor,
  listed: readonly ListedSignatory[],
): readonly ListedSignatory[] {
  return listed.filter(
    ({ place, accountId }) =>
      place !== null || accountId === actor.accountId || actor.scopes.has('issuer:write'),
  );
}

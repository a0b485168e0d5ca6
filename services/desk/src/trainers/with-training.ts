import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { deskIssuers } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import type { Member } from '../acting/member.ts';
import type { Desk } from '../env.ts';
import { reachOf } from './reach.ts';

/**
 * A member whose grants do not cover awarding, or somebody who is no member, as a trainer of the issuer,
 * where they are one; everybody else as they are.
 */
export async function withTraining(
  desk: Desk,
  accountId: string,
  issuer: string,
  member: Result<Member, Failure>,
): Promise<Result<Member, Failure>> {
  if (member.ok && member.value.scopes.has('awards:write')) return member;
  const only = await reachOf(desk, accountId, issuer);
  if (only === null) return member;
  if (member.ok) return ok({ ...member.value, only });
  const [issuerFace] = await desk.store
    .select()
    .from(deskIssuers)
    .where(eq(deskIssuers.slug, issuer));
  if (issuerFace === undefined) return member;
  return ok({ issuer, accountId, scopes: new Set(), only, issuerFace, grants: [] });
}

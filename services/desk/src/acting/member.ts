import type { Failure } from '@laurel/core/failure';
import { type Grant, scopesOfGrants, type TokenScope } from '@laurel/core/issuer';
import { ok, type Result, refuse } from '@laurel/core/result';
import { deskIssuers, grants } from '@laurel/store/private/desk';
import { and, eq, gt } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import type { Actor } from './actor.ts';

type DeskIssuer = typeof deskIssuers.$inferSelect;

/** A member at the desk of an issuer. */
export type Member = Actor & {
  readonly issuerFace: DeskIssuer;
  readonly grants: readonly Grant[];
};

/**
 * The account as a member of an issuer. An issuer that there is not and one that the account is no
 * member of are refused alike: a stranger learns nothing, whatever they guess.
 */
export async function memberOf(
  desk: Desk,
  accountId: string,
  issuer: string,
): Promise<Result<Member, Failure>> {
  const rows = await desk.store
    .select({ issuerFace: deskIssuers, grant: grants.grant })
    .from(grants)
    .innerJoin(deskIssuers, eq(deskIssuers.slug, grants.issuer))
    .where(
      and(
        eq(grants.issuer, issuer),
        eq(grants.accountId, accountId),
        gt(grants.endsAtSeconds, desk.nowSeconds),
      ),
    );
  const [first] = rows;
  if (first === undefined) return refuse({ reason: 'desk_unknown' });
  const held = rows.map(({ grant }) => grant);
  return ok({
    issuer,
    accountId,
    scopes: scopesOfGrants(held),
    issuerFace: first.issuerFace,
    grants: held,
  });
}

/** Refuses somebody who may not do this for the issuer, though they may do other things. */
export function mustHave(actor: Actor, scope: TokenScope): Result<null, Failure> {
  return actor.scopes.has(scope) ? ok(null) : refuse({ reason: 'grant_missing', scope });
}

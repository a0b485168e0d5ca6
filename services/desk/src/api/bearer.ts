import type { Failure } from '@laurel/core/failure';
import { scopesOfGrants, type TokenScope } from '@laurel/core/issuer';
import { ok, type Result, refuse } from '@laurel/core/result';
import { grants, tokens } from '@laurel/store/private/desk';
import { and, eq, gt } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';
import { noteUse } from '../tokens/note-use.ts';

/** A token that was presented, as it is kept. */
type KeptToken = typeof tokens.$inferSelect;

/** A token of ours; anything longer is not looked up. */
const TOKEN = /^Bearer +([A-Za-z0-9_-]{20,200})$/i;

/** Finds the token of `Authorization: Bearer …` (RFC 6750, Section 2.1), if it has not ended. */
export async function tokenPresented(
  desk: Desk,
  authorization: string | undefined,
): Promise<Result<KeptToken, Failure>> {
  if (authorization === undefined) return refuse({ reason: 'token_missing' });
  const token = TOKEN.exec(authorization.trim())?.[1];
  if (token === undefined) return refuse({ reason: 'token_unknown' });
  const [row] = await desk.store
    .select()
    .from(tokens)
    .where(eq(tokens.hash, await sha256Hex(token)));
  if (row === undefined) return refuse({ reason: 'token_unknown' });
  return row.endsAtSeconds <= desk.nowSeconds ? refuse({ reason: 'token_expired' }) : ok(row);
}

/**
 * Who acts by a token, if it has the scope. It speaks for one issuer (the one that is named, where one
 * is), in the name of the member who made it, and can do no more than they still may.
 */
export async function actorByToken(
  desk: Desk,
  row: KeptToken,
  scope: TokenScope,
  issuer?: string,
): Promise<Result<Actor, Failure>> {
  if (issuer !== undefined && row.issuer !== issuer) return refuse({ reason: 'token_foreign' });
  if (!row.scopes.includes(scope)) return refuse({ reason: 'token_scope_missing', scope });
  const held = await desk.store
    .select({ grant: grants.grant })
    .from(grants)
    .where(
      and(
        eq(grants.issuer, row.issuer),
        eq(grants.accountId, row.createdBy),
        gt(grants.endsAtSeconds, desk.nowSeconds),
      ),
    );
  const allowed = scopesOfGrants(held.map(({ grant }) => grant));
  if (!allowed.has(scope)) return refuse({ reason: 'grant_missing', scope });
  await noteUse(desk, row);
  return ok({
    issuer: row.issuer,
    accountId: row.createdBy,
    scopes: new Set(row.scopes.filter((one) => allowed.has(one))),
  });
}

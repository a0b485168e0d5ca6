import type { Failure } from '@laurel/core/failure';
import type { TokenScope } from '@laurel/core/issuer';
import { ok, type Result, refuse } from '@laurel/core/result';
import { tokens } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';

/** Who a bearer token speaks for: one issuer, in the name of the member who made it. */
export type Bearer = { readonly issuer: string; readonly createdBy: string };

/** A token of ours; anything longer is not looked up. */
const TOKEN = /^Bearer +([A-Za-z0-9_-]{20,200})$/i;

/** Reads `Authorization: Bearer …` (RFC 6750, Section 2.1) and checks the token's end and scope. */
export async function bearerOf(
  desk: Desk,
  authorization: string | undefined,
  scope: TokenScope,
): Promise<Result<Bearer, Failure>> {
  if (authorization === undefined) return refuse({ reason: 'token_missing' });
  const token = TOKEN.exec(authorization.trim())?.[1];
  if (token === undefined) return refuse({ reason: 'token_unknown' });
  const [row] = await desk.store
    .select()
    .from(tokens)
    .where(eq(tokens.hash, await sha256Hex(token)));
  if (row === undefined) return refuse({ reason: 'token_unknown' });
  if (row.endsAtSeconds <= desk.nowSeconds) return refuse({ reason: 'token_expired' });
  if (!row.scopes.includes(scope)) return refuse({ reason: 'token_scope_missing', scope });
  return ok({ issuer: row.issuer, createdBy: row.createdBy });
}

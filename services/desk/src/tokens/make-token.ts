import type { TokenRequest } from '@laurel/contracts/token-request';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { accounts, tokens } from '@laurel/store/private/desk';
import { and, count, desc, eq, gt } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import { freshToken } from './fresh-token.ts';

const SECONDS_PER_DAY = 86_400;

/**
 * Makes a token of the API in the name of a member, who gives it no more than they may do themselves.
 * The token is told here and nowhere else: only its hash (SHA-256) is kept.
 */
export async function makeToken(
  desk: Desk,
  actor: Actor,
  { name, scopes, days }: TokenRequest,
): Promise<Result<{ readonly id: string; readonly token: string }, Failure>> {
  const missing = scopes.find((scope) => !actor.scopes.has(scope));
  if (missing !== undefined) return refuse({ reason: 'grant_missing', scope: missing });
  const { token, hash } = await freshToken();
  const id = freshId();
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: 'token_made',
    subject: id,
    details: { days },
  });
  await desk.store.batch([
    entry.before,
    desk.store.insert(tokens).values({
      hash,
      id,
      issuer: actor.issuer,
      name,
      scopes: [...new Set(scopes)],
      createdBy: actor.accountId,
      createdAtSeconds: desk.nowSeconds,
      endsAtSeconds: desk.nowSeconds + days * SECONDS_PER_DAY,
    }),
    entry.after,
  ]);
  return ok({ id, token });
}

/** One page of an issuer's tokens that have not ended, newest first, with who made each. */
export async function listTokens({ store, nowSeconds }: Desk, issuer: string, page: number) {
  const live = and(eq(tokens.issuer, issuer), gt(tokens.endsAtSeconds, nowSeconds));
  const [[counted], found] = await store.batch([
    store.select({ total: count() }).from(tokens).where(live),
    store
      .select({
        id: tokens.id,
        name: tokens.name,
        scopes: tokens.scopes,
        endsAtSeconds: tokens.endsAtSeconds,
        lastUsedOn: tokens.lastUsedOn,
        madeBy: accounts.username,
      })
      .from(tokens)
      .leftJoin(accounts, eq(accounts.id, tokens.createdBy))
      .where(live)
      .orderBy(desc(tokens.createdAtSeconds), tokens.id)
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { total: counted?.total ?? 0, tokens: found };
}

/** Ends a token at once, for good. False where the issuer has no such token. */
export async function endToken(desk: Desk, actor: Actor, id: string): Promise<boolean> {
  const entry = auditing(
    desk,
    { issuer: actor.issuer, actor: actor.accountId, act: 'token_ended', subject: id },
    { ifChanged: true },
  );
  const [, ended] = await desk.store.batch([
    entry.before,
    desk.store
      .delete(tokens)
      .where(and(eq(tokens.issuer, actor.issuer), eq(tokens.id, id)))
      .returning({ id: tokens.id }),
    entry.after,
  ]);
  return ended.length > 0;
}

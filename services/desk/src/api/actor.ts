import type { Failure } from '@laurel/core/failure';
import type { TokenScope } from '@laurel/core/issuer';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Actor } from '../acting/actor.ts';
import { memberOf, mustHave } from '../acting/member.ts';
import type { DeskContext } from '../app-context.ts';
import type { Desk } from '../env.ts';
import { countTimes } from '../rate-limits/count-times.ts';
import { apiLimit, tighterLimits } from '../rate-limits/limits.ts';
import { readCookie } from '../session/browser-cookie.ts';
import { isOwnRequest } from '../session/own-request.ts';
import { findSession, type Session } from '../session/sessions.ts';
import { withTraining } from '../trainers/with-training.ts';
import { actorByToken, tokenPresented } from './bearer.ts';

/** As whom somebody who is signed in acts for an issuer, if what they want is theirs to do. */
type Acting = (
  desk: Desk,
  accountId: string,
  issuer: string,
  scope: TokenScope,
) => Promise<Result<Actor, Failure>>;

/** As a member whose grants cover it. */
const asMember: Acting = async (desk, accountId, issuer, scope) => {
  const member = await memberOf(desk, accountId, issuer);
  if (!member.ok) return member;
  const may = mustHave(member.value, scope);
  return may.ok ? member : may;
};

/** As such a member or, of what is their own, as a trainer. No token acts for a trainer. */
export const orAsTrainer: Acting = async (desk, accountId, issuer, scope) => {
  const before = await memberOf(desk, accountId, issuer);
  const member = await withTraining(desk, accountId, issuer, before);
  if (!member.ok || member.value.only !== undefined) return member;
  const may = mustHave(member.value, scope);
  return may.ok ? member : may;
};

/**
 * Who calls the API for the issuer in an address: a token, or the session of a browser. A token of
 * another issuer is refused alike for issuers that there are and that there are not.
 */
export async function actorForIssuer(
  c: DeskContext,
  issuer: string,
  scope: TokenScope,
  act: Acting = asMember,
): Promise<Result<Actor, Failure>> {
  if (c.req.header('authorization') === undefined && hasSession(c)) {
    return actorOfSession(c, async () => issuer, scope, { reason: 'desk_unknown' }, act);
  }
  return actorOfToken(c, scope, issuer);
}

/**
 * Who calls the API for a thing that is named by its id alone. `issuerOf` finds whose it is, for
 * sessions; a token knows its issuer, and the caller looks for the thing among that issuer's. For a
 * stranger's thing the answer is `unknown`, as if there were none.
 */
export async function actorForThing(
  c: DeskContext,
  scope: TokenScope,
  issuerOf: () => Promise<string | null>,
  unknown: Failure,
  act: Acting = asMember,
): Promise<Result<Actor, Failure>> {
  if (c.req.header('authorization') === undefined && hasSession(c)) {
    return actorOfSession(c, issuerOf, scope, unknown, act);
  }
  return actorOfToken(c, scope);
}

/** Who calls the API in their own name, for no issuer: the session of a browser. */
export async function sessionOfCaller(c: DeskContext): Promise<Result<Session, Failure>> {
  const { desk } = c.var;
  const presented = readCookie(c, desk, 'laurel-session');
  const found = presented === null ? null : await findSession(desk, presented, false);
  if (found === null) return refuse({ reason: 'login_required' });
  if (c.req.method !== 'GET' && !isOwnRequest(c.req.raw.headers, desk.origin)) {
    return refuse({ reason: 'cross_site_request' });
  }
  const { accountId } = found.session;
  const counted = await countCall(c, accountId, accountId);
  return counted.ok ? ok(found.session) : counted;
}

/** Who calls by a token alone, for its issuer or the one that is named: no session counts. */
export async function actorOfToken(
  c: DeskContext,
  scope: TokenScope,
  issuer?: string,
): Promise<Result<Actor, Failure>> {
  const { desk } = c.var;
  const token = await tokenPresented(desk, c.req.header('authorization'));
  if (!token.ok) return token;
  const counted = await countCall(c, token.value.id, token.value.createdBy);
  return counted.ok ? actorByToken(desk, token.value, scope, issuer) : counted;
}

/** What is dear is counted for the account behind a token: another token is no way around it. */
async function countCall(
  c: DeskContext,
  caller: string,
  accountId: string,
): Promise<Result<null, Failure>> {
  const { method, path } = c.req;
  const counted = await countTimes(c, caller, [apiLimit(method)]);
  return counted.ok ? countTimes(c, accountId, tighterLimits(method, path)) : counted;
}

function hasSession(c: DeskContext): boolean {
  return readCookie(c, c.var.desk, 'laurel-session') !== null;
}

async function actorOfSession(
  c: DeskContext,
  issuerOf: () => Promise<string | null>,
  scope: TokenScope,
  unknown: Failure,
  act: Acting,
): Promise<Result<Actor, Failure>> {
  const session = await sessionOfCaller(c);
  if (!session.ok) return session;
  const issuer = await issuerOf();
  const actor = await act(c.var.desk, session.value.accountId, issuer ?? '', scope);
  return !actor.ok && actor.failure.reason === 'desk_unknown' ? refuse(unknown) : actor;
}

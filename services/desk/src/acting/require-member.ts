import { createMiddleware } from 'hono/factory';
import type { HolderApp } from '../me/require-session.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { type Member, memberOf } from './member.ts';

/** A part of the desk that only members of the issuer in its address get to see. */
export type MemberApp = HolderApp & { readonly Variables: { readonly member: Member } };

/** Finds the member by the address’s `:slug`. Needs `requireSession` before it. */
export const requireMember = createMiddleware<MemberApp>(async (c, next) => {
  // A trainer was found before, at a part of the desk that is theirs too.
  if (c.get('member') !== undefined) return next();
  const { desk, holder } = c.var;
  const member = await memberOf(desk, holder.accountId, c.req.param('slug') ?? '');
  if (member.ok) {
    c.set('member', member.value);
    return next();
  }
  return answerRefusal(c.req.raw, member.failure, { origin: desk.origin, path: '/desk' });
});

import type { TokenScope } from '@laurel/core/issuer';
import { createMiddleware } from 'hono/factory';
import { withTraining } from '../trainers/with-training.ts';
import { memberOf, mustHave } from './member.ts';
import { refuseMember } from './refuse-member.ts';
import type { MemberApp } from './require-member.ts';

/** Lets members pass whose grants allow this, and trainers, who see what is their own. */
export function requireAwarding(scope: TokenScope) {
  return createMiddleware<MemberApp>(async (c, next) => {
    const may = mustHave(c.var.member, scope);
    if (may.ok || c.var.member.only !== undefined) return next();
    return refuseMember(c, may.failure, '');
  });
}

/**
 * Finds a trainer by the address’s `:slug`, for the parts of the desk that trainers see. Needs
 * `requireSession` before it, and `requireMember` after it, which refuses everybody else.
 */
export const letTrainersIn = createMiddleware<MemberApp>(async (c, next) => {
  const { desk, holder } = c.var;
  const issuer = c.req.param('slug') ?? '';
  const found = await withTraining(
    desk,
    holder.accountId,
    issuer,
    await memberOf(desk, holder.accountId, issuer),
  );
  if (found.ok) c.set('member', found.value);
  return next();
});

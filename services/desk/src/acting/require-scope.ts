import type { TokenScope } from '@laurel/core/issuer';
import { createMiddleware } from 'hono/factory';
import { deskPath } from '../page/desk-page.tsx';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { mustHave } from './member.ts';
import type { MemberApp } from './require-member.ts';

/** Lets only those members pass whose grants allow this. Needs `requireMember` before it. */
export function requireScope(scope: TokenScope) {
  return createMiddleware<MemberApp>(async (c, next) => {
    const { desk, member } = c.var;
    const may = mustHave(member, scope);
    if (may.ok) return next();
    const path = deskPath(member.issuer);
    return answerRefusal(c.req.raw, may.failure, { origin: desk.origin, path });
  });
}

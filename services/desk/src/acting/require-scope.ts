import type { TokenScope } from '@laurel/core/issuer';
import { createMiddleware } from 'hono/factory';
import { mustHave } from './member.ts';
import { refuseMember } from './refuse-member.ts';
import type { MemberApp } from './require-member.ts';

/** Lets only those members pass whose grants allow this. Needs `requireMember` before it. */
export function requireScope(scope: TokenScope) {
  return createMiddleware<MemberApp>(async (c, next) => {
    const may = mustHave(c.var.member, scope);
    if (may.ok) return next();
    return refuseMember(c, may.failure, '');
  });
}

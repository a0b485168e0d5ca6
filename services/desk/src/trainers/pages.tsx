import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPath } from '../page/desk-page.tsx';
import { endTrainer, giveTrainer } from './give.ts';

/** What admins do about trainers, under the pages of members. */
export const trainerPages = new Hono<MemberApp>();

trainerPages.use('/:award/*', requireScope('members:write'));

trainerPages.post('/:award/give', async (c) =>
  answered(c, await giveTrainer(c.var.desk, c.var.member, c.req.param('award'))),
);

trainerPages.post('/:award/end', async (c) =>
  answered(c, await endTrainer(c.var.desk, c.var.member, c.req.param('award'))),
);

function answered(
  c: Context<MemberApp>,
  done: Result<null, Failure>,
): Response | Promise<Response> {
  if (!done.ok) return refuseMember(c, done.failure, '/members');
  return c.redirect(linkTo(deskPath(c.var.member.issuer, '/members'), readerOf(c.req.raw)), 303);
}

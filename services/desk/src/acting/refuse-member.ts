import type { Failure } from '@laurel/core/failure';
import type { Context } from 'hono';
import { deskPath } from '../page/desk-page.tsx';
import { answerRefusal } from '../session/answer-refusal.tsx';
import type { MemberApp } from './require-member.ts';

/** Refuses a member, with the way back to a part of the issuer's desk, such as `/sheets`. */
export function refuseMember(
  c: Context<MemberApp>,
  failure: Failure,
  part: string,
): Promise<Response> {
  const { desk, member } = c.var;
  const path = deskPath(member.issuer, part);
  return answerRefusal(c.req.raw, failure, { origin: desk.origin, path });
}

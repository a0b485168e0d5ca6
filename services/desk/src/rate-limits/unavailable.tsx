import type { Failure } from '@laurel/core/failure';
import type { DeskContext } from '../app-context.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { refuseKeeping } from './refuse-keeping.tsx';

/**
 * Says that a database does not answer at the moment. Somebody who sent a form gets all of it back, to be sent again:
 * nothing of it was written.
 */
export async function answerUnavailable(c: DeskContext, failure: Failure): Promise<Response> {
  const { LAUREL_ORIGIN: origin } = c.env;
  const form = c.get('sentForm');
  return form === undefined
    ? answerRefusal(c.req.raw, failure, { origin, path: '/me' })
    : refuseKeeping(c.req, form, failure, origin);
}

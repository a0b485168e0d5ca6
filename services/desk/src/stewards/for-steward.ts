import { isSteward } from '../acting/stewards.ts';
import { sessionOfCaller } from '../api/actor.ts';
import { refusal } from '../api/respond.ts';
import type { DeskContext } from '../app-context.ts';
import type { Session } from '../session/sessions.ts';

/**
 * A handler of the API for stewards alone, by their session. For everybody else, with a session, a token
 * or nothing, there is no such path. Who sends too much is told so, whoever they are.
 */
export function forSteward(
  handle: (c: DeskContext, steward: Session) => Response | Promise<Response>,
) {
  return async (c: DeskContext): Promise<Response> => {
    const session = await sessionOfCaller(c);
    if (session.ok && (await isSteward(c.var.desk, session.value.accountId))) {
      return handle(c, session.value);
    }
    if (!session.ok && session.failure.reason === 'rate_limited')
      return refusal(c, session.failure);
    // A path that there is not tells of no limits either.
    c.set('counted', []);
    return c.notFound();
  };
}

/** What an address of this part names by `:id`. */
export function idIn(c: DeskContext): string {
  return c.req.param('id') ?? '';
}

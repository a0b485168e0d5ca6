import type { Failure } from '@laurel/core/failure';
import type { DeskContext } from '../app-context.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { formToKeep, SendAgain } from './send-again.tsx';

/**
 * Says that a database does not answer at the moment. Somebody who sent a form gets all of it back, to be sent again:
 * nothing of it was written.
 */
export async function answerUnavailable(c: DeskContext, failure: Failure): Promise<Response> {
  const { raw, path } = c.req;
  const options = { origin: c.env.LAUREL_ORIGIN, path: '/me' };
  const form = c.get('sentForm');
  if (form === undefined) return answerRefusal(raw, failure, options);
  const kept = await formToKeep(form);
  const { search } = new URL(raw.url);
  return answerRefusal(raw, failure, {
    ...options,
    next: (reader) => (
      <SendAgain
        action={`${path}${search}`}
        kept={kept}
        explanation={reader.messages.message(kept === null ? 'limits-go-back' : 'limits-kept')}
        reader={reader}
      />
    ),
  });
}

import type { Failure } from '@laurel/core/failure';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { formToKeep, SendAgain } from './send-again.tsx';

/** Refuses a form with all of it to send again, where it is not too large for that: what was typed is not lost. */
export async function refuseKeeping(
  { raw, path }: { readonly raw: Request; readonly path: string },
  form: Request,
  failure: Failure,
  origin: string,
): Promise<Response> {
  const kept = await formToKeep(form);
  const { search } = new URL(raw.url);
  return answerRefusal(raw, failure, {
    origin,
    path: '/me',
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

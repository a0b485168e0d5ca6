import type { Reader } from '@laurel/http/reader';
import type { Child } from 'hono/jsx';
import { formToKeep, SendAgain } from '../rate-limits/send-again.tsx';
import { LoginLink } from './login-link.tsx';

/** The way on from a form that was sent without a session: a login beside it, and the same form again. */
export async function loginThenSend(request: Request): Promise<(reader: Reader) => Child> {
  const kept = await formToKeep(request);
  const { pathname, search } = new URL(request.url);
  return (reader) => (
    <>
      <LoginLink reader={reader} returnPath="/me" apart />
      <SendAgain
        action={`${pathname}${search}`}
        kept={kept}
        explanation={reader.messages.message(kept === null ? 'login-go-back' : 'login-kept')}
        reader={reader}
      />
    </>
  );
}

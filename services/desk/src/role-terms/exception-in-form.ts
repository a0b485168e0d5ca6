import { TermExceptionRequest } from '@laurel/contracts/term-exception-request';
import type { Failure } from '@laurel/core/failure';
import { proseOf } from '@laurel/core/prose';
import { ok, type Result, refuse } from '@laurel/core/result';

/** The exception that a form asks for: `why` and `until`. */
export function exceptionInForm(form: URLSearchParams): Result<TermExceptionRequest, Failure> {
  const read = TermExceptionRequest.safeParse({
    why: proseOf(form.get('why') ?? '').replaceAll(/\n+/g, ' '),
    until: (form.get('until') ?? '').trim(),
  });
  if (read.success) return ok(read.data);
  const issues = read.error.issues.map(({ path, message }) => ({
    pointer: `/${path.join('/')}`,
    detail: message,
  }));
  return refuse({ reason: 'request_invalid', issues });
}

import type { Failure } from '@laurel/core/failure';
import { statusOf } from '@laurel/http/problem';
import type { Mistakes } from './fields.tsx';

/** The status of a page with a form: 200, unless it was refused as a whole or a field is wrong. */
export function statusOfForm(failure: Failure | null, mistakes: Mistakes): number {
  if (failure !== null) return statusOf(failure.reason);
  return mistakes.size > 0 ? 422 : 200;
}

import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { readForm } from './read-form.ts';

/** The one field of a form that was sent, where it is a choice among these values. */
export async function choiceInForm<const Value extends string>(
  request: Request,
  name: string,
  values: readonly Value[],
): Promise<Result<Value, Failure>> {
  const form = await readForm(request);
  if (!form.ok) return form;
  const value = values.find((one) => one === form.value.get(name));
  const detail = `One of these: ${values.join(', ')}.`;
  return value === undefined
    ? refuse({ reason: 'request_invalid', issues: [{ pointer: `/${name}`, detail }] })
    : ok(value);
}

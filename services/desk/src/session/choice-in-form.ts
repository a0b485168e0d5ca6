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
  return form.ok ? choiceAmong(form.value, name, values) : form;
}

/** A field of a form, where it is a choice among these values. */
export function choiceAmong<const Value extends string>(
  form: URLSearchParams,
  name: string,
  values: readonly Value[],
): Result<Value, Failure> {
  const value = values.find((one) => one === form.get(name));
  const detail = `One of these: ${values.join(', ')}.`;
  return value === undefined
    ? refuse({ reason: 'request_invalid', issues: [{ pointer: `/${name}`, detail }] })
    : ok(value);
}

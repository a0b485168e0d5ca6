/** The answer of an operation that a caller can cause to be refused. Plain data: it crosses RPC intact. */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Refusal };

/** The answer of what was done. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** The answer of what was not done, and why. */
export function refuse<Refusal>(failure: Refusal): {
  readonly ok: false;
  readonly failure: Refusal;
} {
  return { ok: false, failure };
}

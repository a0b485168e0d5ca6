export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

export type JsonObject = { readonly [name: string]: Json };

/** True for an object as JSON has them: neither null nor an array. Its members are taken on trust. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string at a path of names into nested objects; null where there is none. */
export function stringAt(value: unknown, ...path: readonly string[]): string | null {
  let at: unknown = value;
  for (const name of path) {
    if (!isJsonObject(at)) return null;
    at = at[name];
  }
  return typeof at === 'string' ? at : null;
}

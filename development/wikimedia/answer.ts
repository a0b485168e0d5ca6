/** What a module of the Action API is asked. */
export type Parameters = { readonly get: (name: string) => string | null };

/** What it says. Errors come with status 200, as in the Action API. */
export type Answer =
  | { readonly error: { readonly code: string; readonly info: string } }
  | { readonly query: object; readonly batchcomplete?: boolean; readonly continue?: object };

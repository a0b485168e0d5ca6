import { ok, type Result, refuse } from '@laurel/core/result';
import type * as z from 'zod';
import { callWikimedia, jsonOf } from './call.ts';
import { retryAfterSecondsOf } from './retry-after.ts';
import { endpointsOf, type Wikimedia } from './wikimedia.ts';

/** Why nobody could be looked up: Wikimedia does not answer, or not as it should. */
export type DirectoryRefusal = {
  readonly reason: 'directory_unavailable';
  readonly retryAfterSeconds: number;
};

/** How Wikimedia is called where nobody logs in. */
export type WikimediaReader = Pick<Wikimedia, 'baseUrl' | 'userAgent'>;

/** Replication lag from which the wiki should turn us away rather than serve us, as its etiquette asks. */
const MAX_LAG_SECONDS = 5;

/**
 * One query of the Action API (format version 2), whose answer must have the given shape. Anything
 * else, such as an error, lag or too many requests, is a refusal with a time to wait.
 */
export async function askActionApi<Answer>(
  wikimedia: WikimediaReader,
  parameters: Readonly<Record<string, string>>,
  shape: z.ZodType<Answer>,
): Promise<Result<Answer, DirectoryRefusal>> {
  // In the body, because fifty names in scripts of three bytes a letter outgrow an address.
  const response = await callWikimedia(wikimedia, endpointsOf(wikimedia).api, {
    method: 'POST',
    body: new URLSearchParams({
      action: 'query',
      format: 'json',
      formatversion: '2',
      maxlag: String(MAX_LAG_SECONDS),
      ...parameters,
    }),
  });
  // Errors of the Action API, lag among them, come with status 200 and no `query`.
  const answer = shape.safeParse(response.status === 200 ? await jsonOf(response) : null);
  if (answer.success) return ok(answer.data);
  return refuse({
    reason: 'directory_unavailable',
    retryAfterSeconds: retryAfterSecondsOf(response),
  });
}

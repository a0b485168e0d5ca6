import { ok, type Result, refuse } from '@laurel/core/result';
import * as z from 'zod';
import { callWikimedia, jsonOf } from './call.ts';
import type { DirectoryRefusal } from './global-users.ts';
import { retryAfterSecondsOf } from './retry-after.ts';
import { endpointsOf, type Wikimedia } from './wikimedia.ts';

/** What tells two people with like names apart. */
export type HomeWiki = {
  /** A wiki's database name, such as `hawiki`; null where Wikimedia does not tell. */
  readonly homeWiki: string | null;
  /** ISO 8601, UTC; null where Wikimedia does not tell. */
  readonly registration: string | null;
};

const Answer = z.object({
  query: z.object({
    globaluserinfo: z.object({
      home: z.string().min(1).optional(),
      registration: z.iso.datetime().nullable().optional(),
    }),
  }),
});

/**
 * Where an account is at home and since when there is one, by one call of `meta=globaluserinfo`
 * (CentralAuth, `ApiQueryGlobalUserInfo`). An account that is not there has neither.
 */
export async function homeWikiOf(
  wikimedia: Pick<Wikimedia, 'baseUrl' | 'userAgent'>,
  username: string,
): Promise<Result<HomeWiki, DirectoryRefusal>> {
  const response = await callWikimedia(wikimedia, endpointsOf(wikimedia).api, {
    method: 'POST',
    body: new URLSearchParams({
      action: 'query',
      format: 'json',
      formatversion: '2',
      meta: 'globaluserinfo',
      guiuser: username,
    }),
  });
  const answer = Answer.safeParse(response.status === 200 ? await jsonOf(response) : null);
  if (!answer.success) {
    return refuse({
      reason: 'directory_unavailable',
      retryAfterSeconds: retryAfterSecondsOf(response),
    });
  }
  const { home, registration } = answer.data.query.globaluserinfo;
  return ok({ homeWiki: home ?? null, registration: registration ?? null });
}

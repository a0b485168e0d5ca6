import { ok, type Result } from '@laurel/core/result';
import * as z from 'zod';
import { askActionApi, type DirectoryRefusal, type WikimediaReader } from './action-api.ts';

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
  wikimedia: WikimediaReader,
  username: string,
): Promise<Result<HomeWiki, DirectoryRefusal>> {
  const answer = await askActionApi(
    wikimedia,
    { meta: 'globaluserinfo', guiuser: username },
    Answer,
  );
  if (!answer.ok) return answer;
  const { home, registration } = answer.value.query.globaluserinfo;
  return ok({ homeWiki: home ?? null, registration: registration ?? null });
}

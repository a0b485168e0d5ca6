import { ok, type Result, refuse } from '@laurel/core/result';
import * as z from 'zod';
import { callWikimedia, jsonOf } from './call.ts';
import { retryAfterSecondsOf } from './retry-after.ts';
import { endpointsOf, type Wikimedia } from './wikimedia.ts';

/** The Action API's limit of values in one parameter for a caller without special rights. */
export const MAX_NAMES_PER_CALL = 50;

/** Replication lag from which the wiki should turn us away rather than serve us, as its etiquette asks. */
const MAX_LAG_SECONDS = 5;

export type DirectoryRefusal = {
  readonly reason: 'directory_unavailable';
  readonly retryAfterSeconds: number;
};

const Name = z.string().min(1);
/** A registration is unknown for accounts older than its record. */
const Registration = z.iso.datetime().nullable().optional();
const GlobalUser = z.union([
  z.object({ centralid: z.int().positive(), missing: z.literal(true) }),
  z.object({ name: Name, invalid: z.literal(true) }),
  z.object({ name: Name, missing: z.literal(true) }),
  z.object({
    name: Name,
    centralid: z.int().positive(),
    locked: z.boolean(),
    registration: Registration,
  }),
]);
export type GlobalUser = z.infer<typeof GlobalUser>;

const Answer = z.object({
  continue: z.unknown().optional(),
  query: z.object({ globalusers: z.array(GlobalUser) }),
});

/** Whom to ask about: by their names, or by their global account ids. */
export type Asked = { readonly names: readonly string[] } | { readonly ids: readonly string[] };

/**
 * One call of `list=globalusers` (CentralAuth, `ApiQueryGlobalUsers`), for at most
 * {@link MAX_NAMES_PER_CALL} names or ids. The wiki brings names into canonical form and drops duplicates;
 * a suppressed account looks missing. `complete` is false where the wiki says that it left some out.
 */
export async function askGlobalUsers(
  wikimedia: Pick<Wikimedia, 'baseUrl' | 'userAgent'>,
  asked: Asked,
): Promise<
  Result<{ readonly users: readonly GlobalUser[]; readonly complete: boolean }, DirectoryRefusal>
> {
  // In the body, because fifty names in scripts of three bytes a letter outgrow an address.
  const response = await callWikimedia(wikimedia, endpointsOf(wikimedia).api, {
    method: 'POST',
    body: new URLSearchParams({
      action: 'query',
      format: 'json',
      formatversion: '2',
      maxlag: String(MAX_LAG_SECONDS),
      list: 'globalusers',
      ...('names' in asked
        ? { gususers: asked.names.join('|') }
        : { guscentralids: asked.ids.join('|') }),
      gusprop: 'locked|registration',
    }),
  });
  // Errors of the Action API, lag among them, come with status 200 and no `query`.
  const answer = Answer.safeParse(response.status === 200 ? await jsonOf(response) : null);
  if (!answer.success) {
    return refuse({
      reason: 'directory_unavailable',
      retryAfterSeconds: retryAfterSecondsOf(response),
    });
  }
  return ok({
    users: answer.data.query.globalusers,
    complete: answer.data.continue === undefined,
  });
}

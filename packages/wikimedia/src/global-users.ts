import { ok, type Result } from '@laurel/core/result';
import * as z from 'zod';
import { askActionApi, type DirectoryRefusal, type WikimediaReader } from './action-api.ts';

/** The Action API's limit of values in one parameter for a caller without special rights. */
export const MAX_NAMES_PER_CALL = 50;

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
  wikimedia: WikimediaReader,
  asked: Asked,
): Promise<
  Result<{ readonly users: readonly GlobalUser[]; readonly complete: boolean }, DirectoryRefusal>
> {
  const answer = await askActionApi(
    wikimedia,
    {
      list: 'globalusers',
      ...('names' in asked
        ? { gususers: asked.names.join('|') }
        : { guscentralids: asked.ids.join('|') }),
      gusprop: 'locked|registration',
    },
    Answer,
  );
  if (!answer.ok) return answer;
  return ok({
    users: answer.value.query.globalusers,
    complete: answer.value.continue === undefined,
  });
}

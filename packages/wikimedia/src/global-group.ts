import type { ImportRefusal } from '@laurel/core/import-refusal';
import { ok, type Result, refuse } from '@laurel/core/result';
import * as z from 'zod';
import { askActionApi, type WikimediaReader } from './action-api.ts';
import { MAX_NAMES_PER_CALL } from './global-users.ts';
import { MAX_PEOPLE } from './max-people.ts';
import { DEFAULT_RETRY_AFTER_SECONDS } from './retry-after.ts';

export type GroupMember = {
  readonly accountId: string;
  readonly username: string;
  /** The last day of the membership, UTC, ISO 8601; null for one without an end. */
  readonly endsOn: string | null;
};

const Name = z.string().min(1).max(255);
const Groups = z.object({ query: z.object({ globalgroups: z.array(z.object({ name: Name })) }) });
const Listed = z.object({
  continue: z.object({ agufrom: Name }).optional(),
  query: z.object({ globalallusers: z.array(z.object({ id: z.int().positive(), name: Name })) }),
});
const Memberships = z.object({
  query: z.object({
    globalusers: z.array(
      z.union([
        z.object({ missing: z.literal(true) }),
        z.object({
          centralid: z.int().positive(),
          name: Name,
          groupmemberships: z.array(
            z.object({ group: Name, expiry: z.union([z.literal('infinity'), z.iso.datetime()]) }),
          ),
        }),
      ]),
    ),
  }),
});

/** The Action API's limit for a caller without special rights. */
const NAMES_LISTED = 500;

/**
 * The members of a global group, with the end of each membership.
 * Source: CentralAuth, `ApiQueryGlobalGroups`, `ApiQueryGlobalAllUsers`, `ApiQueryGlobalUsers`.
 */
export async function membersOfGroup(
  wikimedia: WikimediaReader,
  group: string,
): Promise<Result<readonly GroupMember[], ImportRefusal>> {
  // The list of users leaves out a filter by a group that there is not, and would list everybody.
  const groups = await askActionApi(wikimedia, { list: 'globalgroups' }, Groups);
  if (!groups.ok) return unavailable(groups.failure);
  if (!groups.value.query.globalgroups.some(({ name }) => name === group)) {
    return refuse({ reason: 'group_unknown' });
  }
  const ids = await idsIn(wikimedia, group);
  if (!ids.ok) return ids;
  const members: GroupMember[] = [];
  for (let at = 0; at < ids.value.length; at += MAX_NAMES_PER_CALL) {
    const asked = ids.value.slice(at, at + MAX_NAMES_PER_CALL);
    const some = await membershipsOf(wikimedia, asked, group);
    if (!some.ok) return some;
    members.push(...some.value);
  }
  return ok(members);
}

async function idsIn(
  wikimedia: WikimediaReader,
  group: string,
): Promise<Result<readonly number[], ImportRefusal>> {
  const ids: number[] = [];
  for (let from: string | undefined = ''; from !== undefined; ) {
    const answer: Result<z.infer<typeof Listed>, Unavailable> = await askActionApi(
      wikimedia,
      {
        list: 'globalallusers',
        agugroup: group,
        agulimit: String(NAMES_LISTED),
        ...(from === '' ? {} : { agufrom: from }),
      },
      Listed,
    );
    if (!answer.ok) return unavailable(answer.failure);
    ids.push(...answer.value.query.globalallusers.map(({ id }) => id));
    if (ids.length > MAX_PEOPLE) {
      return refuse({ reason: 'import_too_large', maxPeople: MAX_PEOPLE });
    }
    const next: string | undefined = answer.value.continue?.agufrom;
    if (next !== undefined && next === from) return unavailable(NO_PROGRESS);
    from = next;
  }
  return ok(ids);
}

async function membershipsOf(
  wikimedia: WikimediaReader,
  asked: readonly number[],
  group: string,
): Promise<Result<readonly GroupMember[], ImportRefusal>> {
  const answer = await askActionApi(
    wikimedia,
    { list: 'globalusers', guscentralids: asked.join('|'), gusprop: 'groupmemberships' },
    Memberships,
  );
  if (!answer.ok) return unavailable(answer.failure);
  const { globalusers } = answer.value.query;
  // Half an answer would leave people out, and nobody would notice.
  if (globalusers.length !== asked.length) return unavailable(NO_PROGRESS);
  return ok(
    globalusers.flatMap((user) => {
      if ('missing' in user) return [];
      const membership = user.groupmemberships.find((one) => one.group === group);
      if (membership === undefined) return [];
      const { expiry } = membership;
      return [
        {
          accountId: String(user.centralid),
          username: user.name,
          endsOn: expiry === 'infinity' ? null : expiry.slice(0, 10),
        },
      ];
    }),
  );
}

type Unavailable = { readonly retryAfterSeconds: number };

const NO_PROGRESS: Unavailable = { retryAfterSeconds: DEFAULT_RETRY_AFTER_SECONDS };

function unavailable({ retryAfterSeconds }: Unavailable) {
  return refuse({ reason: 'wikimedia_unavailable' as const, retryAfterSeconds });
}

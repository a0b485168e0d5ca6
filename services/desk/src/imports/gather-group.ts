import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import type { Messages } from '@laurel/i18n/messages';
import { membersOfGroup } from '@laurel/wikimedia/global-group';
import type { Desk } from '../env.ts';
import type { Gathered } from './gathered.ts';

/** The members of a global group: to be in it is the role, and its end is told for the term. */
export async function gatherGroup(
  { wikimedia }: Desk,
  group: string,
  { message }: Messages,
): Promise<Result<Gathered, Failure>> {
  const members = await membersOfGroup(wikimedia, group);
  if (!members.ok) return members;
  return ok({
    source: { kind: 'global_group', group },
    key: `global-group:${group}`,
    name: group,
    columns: [message('imports-column-username'), message('imports-column-until')],
    cells: members.value.map(({ username, endsOn }) => [
      username,
      endsOn ?? message('imports-no-end'),
    ]),
    attendance: { rule: 'everyone' },
    volunteers: [],
    unnamed: 0,
    period: null,
  });
}

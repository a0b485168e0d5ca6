import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { inSet } from '@laurel/store/in-set';
import { accounts, eventVolunteers } from '@laurel/store/private/desk';
import { globalUsersDirectory } from '@laurel/wikimedia/directory';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { readForm } from '../session/read-form.ts';
import { beginSheet } from '../sheets/begin-sheet.ts';

/** Makes a sheet of the people ticked; its id, or null where nobody was. */
export async function thankThem(
  desk: Desk,
  actor: Actor,
  request: Request,
): Promise<Result<string | null, Failure>> {
  const form = await readForm(request);
  if (!form.ok) return form;
  const people = await desk.store
    .selectDistinct({ accountId: eventVolunteers.accountId })
    .from(eventVolunteers)
    .innerJoin(accounts, eq(accounts.id, eventVolunteers.accountId))
    .where(
      and(
        eq(eventVolunteers.issuer, actor.issuer),
        inArray(eventVolunteers.accountId, inSet(form.value.getAll('account'))),
        isNotNull(accounts.username),
      ),
    );
  const ids = people.map(({ accountId }) => accountId);
  const entries = await globalUsersDirectory(desk.wikimedia).resolveIds(ids);
  if (!entries.ok) {
    const { retryAfterSeconds } = entries.failure;
    return refuse({ reason: 'wikimedia_unavailable', retryAfterSeconds });
  }
  // The list is looked up by names, and a name that a rename left free may be another person's by now.
  const names = ids.flatMap((id) => {
    const entry = entries.value.get(id);
    return entry?.found === true ? [entry.username] : [];
  });
  if (names.length === 0) return ok(null);
  return beginSheet(desk, actor, {
    source: { kind: 'sheet' },
    columns: [''],
    reading: { usernameColumn: 0, hoursColumn: null, attendance: { rule: 'everyone' } },
    label: '',
    achievementSlug: null,
    rows: names.sort().map((username, at) => ({ line: at + 1, cells: [username] })),
  });
}

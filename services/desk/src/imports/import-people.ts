import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { Messages } from '@laurel/i18n/messages';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { beginSheet } from '../sheets/begin-sheet.ts';
import { gatherCourse } from './gather-course.ts';
import { gatherEvent } from './gather-event.ts';
import { gatherGroup } from './gather-group.ts';
import type { Gathered } from './gathered.ts';
import type { ImportOrder } from './import-order.ts';
import { rememberVolunteers } from './remember-volunteers.ts';

const MAX_LABEL_CHARACTERS = 200;

export type Imported = {
  /** The id of the list that was made. */
  readonly sheet: string;
  readonly people: number;
  /** People whom the wikis hide or no longer have, and who are not in the list. */
  readonly unnamed: number;
};

/**
 * Fetches a list of people from Wikimedia and makes a sheet of it. Nothing is written before all of it
 * has come: half an answer leaves nothing behind. Headers are written in the reader's language.
 */
export async function importPeople(
  desk: Desk,
  actor: Actor,
  order: ImportOrder,
  messages: Messages,
): Promise<Result<Imported, Failure>> {
  const gathered = await gather(desk, order, messages);
  if (!gathered.ok) return gathered;
  const { source, key, name, columns, cells, attendance, period, unnamed } = gathered.value;
  const people = cells.length;
  if (people === 0) return refuse({ reason: 'import_empty' });
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: 'event_imported',
    subject: key,
    details: { people },
  });
  const sheet = await beginSheet(
    desk,
    actor,
    {
      source,
      columns,
      rows: cells.map((row, at) => ({ line: at + 1, cells: row })),
      reading: { usernameColumn: 0, hoursColumn: null, attendance },
      label: [...name].slice(0, MAX_LABEL_CHARACTERS).join(''),
      achievementSlug: null,
      ...(period === null ? {} : { terms: { period } }),
    },
    [entry.before, ...rememberVolunteers(desk, actor, gathered.value), entry.after],
  );
  return sheet.ok ? ok({ sheet: sheet.value, people, unnamed }) : sheet;
}

function gather(
  desk: Desk,
  order: ImportOrder,
  messages: Messages,
): Promise<Result<Gathered, Failure>> {
  switch (order.from) {
    case 'event':
      return gatherEvent(desk, order, messages);
    case 'course':
      return gatherCourse(desk, order.course, messages);
    case 'group':
      return gatherGroup(desk, order.group, messages);
  }
}

import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { readNameCell } from '@laurel/sheet/name-cell';
import type { Contact } from '@laurel/store/private/applications';
import { globalUsersDirectory } from '@laurel/wikimedia/directory';
import type { Desk } from '../env.ts';

/** The accounts that an applicant names: there, not locked, and not the same twice. */
export async function findContacts(
  desk: Desk,
  written: readonly string[],
): Promise<Result<readonly Contact[], Failure>> {
  const names = written.map((name) => readNameCell(name));
  const entries = await globalUsersDirectory(desk.wikimedia).resolve(
    names.flatMap((name) => (name.found ? [name.username] : [])),
  );
  if (!entries.ok) return entries;
  const contacts: Contact[] = [];
  for (const [at, name] of names.entries()) {
    const entry = name.found ? entries.value.get(name.username) : undefined;
    if (entry?.found !== true || entry.locked) {
      return mistake(at, 'There is no account of this name that can be reached.');
    }
    if (contacts.some(({ accountId }) => accountId === entry.accountId)) {
      return mistake(at, 'The contacts are the same account.');
    }
    contacts.push({ accountId: entry.accountId, username: entry.username });
  }
  return ok(contacts);
}

function mistake(at: number, detail: string) {
  const issues = [{ pointer: `/contacts/${at}`, detail }];
  return refuse<Failure>({ reason: 'request_invalid', issues });
}

import { inSet } from '@laurel/store/in-set';
import type { ApplicationState } from '@laurel/store/private/applications';
import { accounts, applications } from '@laurel/store/private/desk';
import { asc, count, desc, eq, inArray } from 'drizzle-orm';
import type { Application } from '../applications/own-applications.ts';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

/** What stewards see of applications; one that was withdrawn is its applicant’s own business. */
export const REVIEWED_STATES = [
  'waiting',
  'accepted',
  'refused',
] as const satisfies readonly ApplicationState[];
export type ReviewedState = (typeof REVIEWED_STATES)[number];

/** One page of the applications in a state: who waits longest first, else the last decided first. */
export async function listApplications(
  { store }: Desk,
  state: ReviewedState,
  page: number,
): Promise<{ readonly total: number; readonly applications: readonly Application[] }> {
  const inState = eq(applications.state, state);
  const [[all], rows] = await store.batch([
    store.select({ total: count() }).from(applications).where(inState),
    store
      .select()
      .from(applications)
      .where(inState)
      .orderBy(
        state === 'waiting'
          ? asc(applications.createdAtSeconds)
          : desc(applications.decidedAtSeconds),
        applications.id,
      )
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { total: all?.total ?? 0, applications: rows };
}

/** How many applications wait. */
export async function waitingApplications({ store }: Desk): Promise<number> {
  const [waiting] = await store
    .select({ total: count() })
    .from(applications)
    .where(eq(applications.state, 'waiting'));
  return waiting?.total ?? 0;
}

/** One application as stewards see it; null where there is none, or where it was withdrawn. */
export async function applicationToReview(
  { store }: Desk,
  id: string,
): Promise<Application | null> {
  const [found] = await store.select().from(applications).where(eq(applications.id, id));
  return found === undefined || found.state === 'withdrawn' ? null : found;
}

/** Whether somebody has a part in an application, and so cannot decide on it. */
export function hasPartIn({ applicant, contacts }: Application, accountId: string): boolean {
  return applicant === accountId || contacts.some((contact) => contact.accountId === accountId);
}

/** The names of accounts, as far as they are known here. */
export async function namesOf(
  { store }: Desk,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await store
    .select({ id: accounts.id, username: accounts.username })
    .from(accounts)
    .where(inArray(accounts.id, inSet(accountIds)));
  return new Map(rows.map(({ id, username }) => [id, username]));
}

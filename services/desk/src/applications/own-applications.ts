import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { applications } from '@laurel/store/private/desk';
import { and, desc, eq } from 'drizzle-orm';
import { SERVICE_TRAIL } from '../audit/service-trail.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';

export type Application = typeof applications.$inferSelect;

/** More than anybody makes; the oldest are not shown. */
const MAX_LISTED = 50;

/** What an account has applied for, newest first. */
export async function ownApplications(
  { store }: Desk,
  applicant: string,
): Promise<readonly Application[]> {
  return store
    .select()
    .from(applications)
    .where(eq(applications.applicant, applicant))
    .orderBy(desc(applications.createdAtSeconds), applications.id)
    .limit(MAX_LISTED);
}

/** An application of this account. Another’s is answered as if there were none. */
export async function ownApplication(
  { store }: Desk,
  applicant: string,
  id: string,
): Promise<Result<Application, Failure>> {
  const [found] = await store
    .select()
    .from(applications)
    .where(and(eq(applications.id, id), eq(applications.applicant, applicant)));
  return found === undefined ? refuse({ reason: 'page_unknown' }) : ok(found);
}

/** Withdraws an application that nobody has decided yet. */
export async function withdrawApplication(
  desk: Desk,
  applicant: string,
  id: string,
): Promise<Result<null, Failure>> {
  const entry = auditing(
    desk,
    { issuer: SERVICE_TRAIL, actor: applicant, act: 'application_withdrawn', subject: id },
    { ifChanged: true },
  );
  const [, withdrawn] = await desk.store.batch([
    entry.before,
    desk.store
      .update(applications)
      .set({ state: 'withdrawn', decidedAtSeconds: desk.nowSeconds })
      .where(
        and(
          eq(applications.id, id),
          eq(applications.applicant, applicant),
          eq(applications.state, 'waiting'),
        ),
      )
      .returning({ id: applications.id }),
    entry.after,
  ]);
  if (withdrawn.length > 0) return ok(null);
  const found = await ownApplication(desk, applicant, id);
  if (!found.ok) return found;
  return found.value.state === 'withdrawn' ? ok(null) : refuse({ reason: 'application_decided' });
}

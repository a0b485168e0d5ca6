import type { Acceptance } from '@laurel/contracts/steward-requests';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { GRANTS, type Vouch } from '@laurel/core/issuer';
import { ok, type Result, refuse } from '@laurel/core/result';
import { applications, deskIssuers, grants } from '@laurel/store/private/desk';
import { and, eq, ne, sql } from 'drizzle-orm';
import { isSlugFree } from '../applications/free-slug.ts';
import { SERVICE_TRAIL } from '../audit/service-trail.ts';
import { auditing } from '../audit/write.ts';
import { workNow } from '../awarding/work-now.ts';
import type { Desk } from '../env.ts';
import { applicationToReview, hasPartIn } from './applications.ts';

/** How long an applicant’s first grants last. */
const FIRST_GRANT_SECONDS = 365 * 86_400;

/**
 * Makes an issuer of an application. The applicant gets every grant: a small group can begin at once,
 * and the steward who gives them is the other person that a grant takes. All of it is one transaction,
 * with the work of making the keys; where that is cut off, the sweep makes it good.
 */
export async function acceptApplication(
  desk: Desk,
  steward: string,
  id: string,
  { kind, vouchedBy }: Acceptance,
): Promise<Result<{ readonly slug: string }, Failure>> {
  const application = await applicationToReview(desk, id);
  if (application === null) return refuse({ reason: 'page_unknown' });
  if (hasPartIn(application, steward)) return refuse({ reason: 'own_application' });
  const { store, nowSeconds } = desk;
  const { slug, names, descriptions, applicant, proofUrl } = application;
  const vouch: Vouch = { by: vouchedBy, since: dayOf(nowSeconds), proofUrl };
  const told = { actor: steward, act: 'issuer_accepted', subject: id, details: { kind } } as const;
  const service = auditing(desk, { issuer: SERVICE_TRAIL, ...told }, { ifChanged: true });
  const own = auditing(desk, { issuer: slug, ...told }, { ifChanged: true });
  const keys = workNow(desk, { task: 'publish_issuer', issuer: slug });
  const [, , accepted] = await store.batch([
    service.before,
    own.before,
    store
      .update(applications)
      .set({ state: 'accepted', decidedBy: steward, decidedAtSeconds: nowSeconds })
      .where(
        and(openTo(steward, id), sql`not exists (select 1 from desk_issuers where slug = ${slug})`),
      )
      .returning({ id: applications.id }),
    store.insert(deskIssuers).select(sql`
      select ${slug}, ${JSON.stringify(names)}, ${JSON.stringify(descriptions)}, ${kind}, 0,
        ${JSON.stringify(vouch)}
      where changes() > 0`),
    store.insert(grants).select(sql`
      select ${slug}, ${applicant}, value, ${nowSeconds + FIRST_GRANT_SECONDS}, ${steward},
        ${nowSeconds}
      from json_each(${JSON.stringify(GRANTS)}) where changes() > 0`),
    service.after,
    own.after,
    keys.ifChanged,
  ]);
  if (accepted.length === 0) return refuse(await whyNot(desk, id));
  await keys.work();
  return ok({ slug });
}

/** Refuses an application with words that its applicant alone reads. */
export async function refuseApplication(
  desk: Desk,
  steward: string,
  id: string,
  answer: string,
): Promise<Result<null, Failure>> {
  const application = await applicationToReview(desk, id);
  if (application === null) return refuse({ reason: 'page_unknown' });
  if (hasPartIn(application, steward)) return refuse({ reason: 'own_application' });
  const entry = auditing(
    desk,
    { issuer: SERVICE_TRAIL, actor: steward, act: 'issuer_refused', subject: id },
    { ifChanged: true },
  );
  const [, refused] = await desk.store.batch([
    entry.before,
    desk.store
      .update(applications)
      .set({
        state: 'refused',
        answer,
        decidedBy: steward,
        decidedAtSeconds: desk.nowSeconds,
      })
      .where(openTo(steward, id))
      .returning({ id: applications.id }),
    entry.after,
  ]);
  return refused.length > 0 ? ok(null) : refuse(await whyNot(desk, id));
}

/** The application, as long as it waits and the steward has no part in it. */
function openTo(steward: string, id: string) {
  return and(
    eq(applications.id, id),
    eq(applications.state, 'waiting'),
    ne(applications.applicant, steward),
    sql`not exists (select 1 from json_each(${applications.contacts})
      where value ->> 'accountId' = ${steward})`,
  );
}

async function whyNot(desk: Desk, id: string): Promise<Failure> {
  const now = await applicationToReview(desk, id);
  return now?.state === 'waiting' && !(await isSlugFree(desk, now.slug))
    ? { reason: 'slug_taken' }
    : { reason: 'application_decided' };
}

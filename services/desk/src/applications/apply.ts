import type { ApplicationRequest } from '@laurel/contracts/issuer-requests';
import type { Failure } from '@laurel/core/failure';
import { readProofLink } from '@laurel/core/proof-link';
import { ok, type Result, refuse } from '@laurel/core/result';
import { applications } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import { SERVICE_TRAIL } from '../audit/service-trail.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import { freshId } from '../fresh-id.ts';
import { findContacts } from './find-contacts.ts';
import { isSlugFree } from './free-slug.ts';

/** How many applications of an account may wait for an answer at the same time. */
const MAX_OPEN_APPLICATIONS = 3;

/**
 * Asks to become an issuer; the application's id. The same sent twice is one application, as people on
 * slow networks press a button again.
 */
export async function applyAsIssuer(
  desk: Desk,
  applicant: string,
  request: ApplicationRequest,
): Promise<Result<string, Failure>> {
  const { slug, names, descriptions } = request;
  const proofUrl = readProofLink(request.proof) ?? '';
  const contacts = await findContacts(desk, request.contacts);
  if (!contacts.ok) return contacts;
  const id = freshId();
  const entry = auditing(
    desk,
    { issuer: SERVICE_TRAIL, actor: applicant, act: 'issuer_applied', subject: id },
    { ifChanged: true },
  );
  const [, made] = await desk.store.batch([
    entry.before,
    desk.store
      .insert(applications)
      .select(sql`
        select ${id}, ${applicant}, ${slug}, ${JSON.stringify(names)},
          ${JSON.stringify(descriptions)}, ${proofUrl}, ${JSON.stringify(contacts.value)},
          'waiting', null, null, null, ${desk.nowSeconds}
        where not exists (select 1 from desk_issuers where slug = ${slug})
          and not exists (select 1 from applications where slug = ${slug} and state = 'waiting')
          and (select count(*) from applications
            where applicant = ${applicant} and state = 'waiting') < ${MAX_OPEN_APPLICATIONS}`)
      .returning({ id: applications.id }),
    entry.after,
  ]);
  if (made.length > 0) return ok(id);
  const before = await sentBefore(desk, applicant, slug, proofUrl);
  if (before !== null) return ok(before);
  return (await isSlugFree(desk, slug))
    ? refuse({ reason: 'applications_too_many', maxOpen: MAX_OPEN_APPLICATIONS })
    : refuse({ reason: 'slug_taken' });
}

async function sentBefore(
  { store }: Desk,
  applicant: string,
  slug: string,
  proofUrl: string,
): Promise<string | null> {
  const [before] = await store
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.applicant, applicant),
        eq(applications.slug, slug),
        eq(applications.proofUrl, proofUrl),
        eq(applications.state, 'waiting'),
      ),
    );
  return before?.id ?? null;
}

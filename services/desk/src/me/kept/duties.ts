import { applications, grants, signatories, stewards, trainers } from '@laurel/store/private/desk';
import { asc, eq, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { readableRows } from './readable.ts';

/** What somebody may do for issuers and for this service, what they asked for, and how they are named where they sign. */
export async function keptDuties({ store }: Desk, accountId: string) {
  const { contacts } = applications;
  const [held, steward, signing, asked, named, trained] = await store.batch([
    store
      .select({
        issuer: grants.issuer,
        grant: grants.grant,
        grantedAtSeconds: grants.grantedAtSeconds,
        endsAtSeconds: grants.endsAtSeconds,
      })
      .from(grants)
      .where(eq(grants.accountId, accountId)),
    store
      .select({ addedAtSeconds: stewards.addedAtSeconds, endsAtSeconds: stewards.endsAtSeconds })
      .from(stewards)
      .where(eq(stewards.accountId, accountId)),
    store
      .select({
        issuer: signatories.issuer,
        names: signatories.names,
        offices: signatories.offices,
        place: signatories.place,
        offeredAtSeconds: signatories.offeredAtSeconds,
      })
      .from(signatories)
      .where(eq(signatories.accountId, accountId)),
    store
      .select({
        id: applications.id,
        slug: applications.slug,
        names: applications.names,
        descriptions: applications.descriptions,
        proofUrl: applications.proofUrl,
        contacts: sql<number>`json_array_length(${contacts})`,
        state: applications.state,
        answer: applications.answer,
        createdAtSeconds: applications.createdAtSeconds,
        decidedAtSeconds: applications.decidedAtSeconds,
      })
      .from(applications)
      .where(eq(applications.applicant, accountId))
      .orderBy(asc(applications.createdAtSeconds)),
    store
      .select({
        slug: applications.slug,
        state: applications.state,
        createdAtSeconds: applications.createdAtSeconds,
      })
      .from(applications)
      .where(
        sql`exists (select 1 from json_each(${contacts}) where value ->> 'accountId' = ${accountId})`,
      ),
    store
      .select({
        issuer: trainers.issuer,
        awardId: trainers.awardId,
        state: trainers.state,
        mayAward: trainers.mayAward,
        createdAtSeconds: trainers.createdAtSeconds,
        endsAtSeconds: trainers.endsAtSeconds,
      })
      .from(trainers)
      .where(eq(trainers.accountId, accountId)),
  ]);
  return {
    grants: readableRows(held),
    steward: readableRows(steward),
    signsAs: readableRows(signing),
    applications: readableRows(asked),
    namedAsContactIn: readableRows(named),
    awardsAsTrainer: readableRows(trained),
  };
}

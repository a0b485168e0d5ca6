import {
  applications,
  awardReports,
  batchRevocations,
  grants,
  mentorships,
  nameChanges,
  nominations,
  shareOuts,
  stewards,
  trainers,
} from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { readableRows } from './readable.ts';

/** What somebody decided or granted, for an issuer or as a steward: what and when, and not about whom. */
export async function keptDecisions({ store }: Desk, accountId: string) {
  const [
    suggestions,
    names,
    groups,
    revocations,
    granted,
    appointed,
    reports,
    mentored,
    trained,
    shared,
  ] = await store.batch([
    store
      .select({
        id: nominations.id,
        issuer: nominations.issuer,
        state: nominations.state,
        decidedAtSeconds: nominations.decidedAtSeconds,
      })
      .from(nominations)
      .where(eq(nominations.decidedBy, accountId)),
    store
      .select({
        id: nameChanges.id,
        state: nameChanges.state,
        decidedAtSeconds: nameChanges.decidedAtSeconds,
      })
      .from(nameChanges)
      .where(eq(nameChanges.decidedBy, accountId)),
    store
      .select({
        slug: applications.slug,
        state: applications.state,
        decidedAtSeconds: applications.decidedAtSeconds,
      })
      .from(applications)
      .where(eq(applications.decidedBy, accountId)),
    store
      .select({
        issuer: batchRevocations.issuer,
        batchId: batchRevocations.batchId,
        state: batchRevocations.state,
        decidedAtSeconds: batchRevocations.decidedAtSeconds,
      })
      .from(batchRevocations)
      .where(eq(batchRevocations.decidedBy, accountId)),
    store
      .select({
        issuer: grants.issuer,
        grant: grants.grant,
        grantedAtSeconds: grants.grantedAtSeconds,
      })
      .from(grants)
      .where(eq(grants.grantedBy, accountId)),
    store
      .select({ addedAtSeconds: stewards.addedAtSeconds })
      .from(stewards)
      .where(eq(stewards.addedBy, accountId)),
    store
      .select({
        id: awardReports.id,
        issuer: awardReports.issuer,
        decidedAtSeconds: awardReports.decidedAtSeconds,
      })
      .from(awardReports)
      .where(eq(awardReports.decidedBy, accountId)),
    store
      .select({
        id: mentorships.id,
        issuer: mentorships.issuer,
        state: mentorships.state,
        decidedAtSeconds: mentorships.decidedAtSeconds,
      })
      .from(mentorships)
      .where(eq(mentorships.decidedBy, accountId)),
    store
      .select({ issuer: trainers.issuer, state: trainers.state, mayAward: trainers.mayAward })
      .from(trainers)
      .where(eq(trainers.grantedBy, accountId)),
    store
      .select({
        awardId: shareOuts.awardId,
        issuer: shareOuts.issuer,
        decidedAtSeconds: shareOuts.decidedAtSeconds,
      })
      .from(shareOuts)
      .where(eq(shareOuts.decidedBy, accountId)),
  ]);
  return {
    suggestions: readableRows(suggestions),
    changesOfNames: readableRows(names),
    applications: readableRows(groups),
    revocations: readableRows(revocations),
    grants: readableRows(granted),
    stewards: readableRows(appointed),
    reports: readableRows(reports),
    mentorships: readableRows(mentored),
    trainers: readableRows(trained),
    shareOuts: readableRows(shared),
  };
}

import { beginLook } from './account-names/begin-look.ts';
import { forgetApplications } from './applications/forget-applications.ts';
import { lapseOffers } from './awarding/lapse.ts';
import { sweepOutbox } from './awarding/outbox.ts';
import { sweepConfirmations } from './confirm/confirmation.ts';
import { lapseEndorsements } from './endorsements/lapse-endorsements.ts';
import type { Desk } from './env.ts';
import { forgetVolunteers } from './figures/unthanked.ts';
import { lookAtParts } from './health/look-at-parts.ts';
import { noteState } from './health/note-state.ts';
import { forgetNameChanges } from './me/name/forget-changes.ts';
import { forgetReports } from './me/reports/own-reports.ts';
import { lapseMentorships } from './mentoring/lapse-mentorships.ts';
import { lapseNominations } from './nominations/lapse-nominations.ts';
import { sweepLimits } from './rate-limits/sweep-limits.ts';
import { endTerms } from './role-terms/end-terms.ts';
import { raiseReminders } from './role-terms/reminders.ts';
import { sweepSessions } from './session/sweep.ts';
import { sweepSheets } from './sheets/sweep-sheets.ts';
import { sweepSignatories } from './signatories/end-signing.ts';
import { sweepSlips } from './slips/end-slips.ts';
import { sweepOffers } from './wallet/offers.ts';
import { forgetDeliveries, sweepDeliveries } from './webhooks/sweep-deliveries.ts';

/** Given a way to read the clock anew, as some take long. */
type Duty = (deskNow: () => Desk) => Promise<void>;

/** What is to be done at each schedule of `wrangler.toml`, in this order. */
const DUTIES: Readonly<Record<string, Readonly<Record<string, Duty>>>> = {
  /** Each minute: works what the queue lost, and ends what has run out. */
  '* * * * *': {
    sweepOutbox,
    lapseOffers: (deskNow) => lapseOffers(deskNow()),
    endTerms: (deskNow) => endTerms(deskNow()),
    sweepSessions: (deskNow) => sweepSessions(deskNow()),
    sweepSheets: (deskNow) => sweepSheets(deskNow()),
    sweepSlips: (deskNow) => sweepSlips(deskNow()),
    sweepSignatories: (deskNow) => sweepSignatories(deskNow()),
    forgetVolunteers: (deskNow) => forgetVolunteers(deskNow()),
    forgetApplications: (deskNow) => forgetApplications(deskNow()),
    sweepLimits: (deskNow) => sweepLimits(deskNow()),
    sweepConfirmations: (deskNow) => sweepConfirmations(deskNow()),
    sweepOffers: (deskNow) => sweepOffers(deskNow()),
    forgetNameChanges: (deskNow) => forgetNameChanges(deskNow()),
    forgetReports: (deskNow) => forgetReports(deskNow()),
    lapseNominations: (deskNow) => lapseNominations(deskNow()),
    lapseEndorsements: (deskNow) => lapseEndorsements(deskNow()),
    lapseMentorships: (deskNow) => lapseMentorships(deskNow()),
    forgetDeliveries: (deskNow) => forgetDeliveries(deskNow()),
    // After all others, as receivers may be slow.
    sweepDeliveries,
    lookAtParts: (deskNow) => lookAtParts(deskNow()),
  },
  /** Each hour: asks Wikimedia again for names that were last seen a day ago, reminds of terms that end, and tells which roles end soon. */
  '17 * * * *': {
    beginLook: (deskNow) => beginLook(deskNow()),
    raiseReminders: (deskNow) => raiseReminders(deskNow()),
    publishOpenSeats: (deskNow) => deskNow().signer.publishOpenSeats(null),
    noteTick: (deskNow) => noteState(deskNow(), 'hourly_cron', true),
  },
};

/** Throws for a schedule that is not known: somebody changed one place and forgot the other. */
export function dutiesAt(cron: string): Readonly<Record<string, Duty>> {
  const duties = Object.hasOwn(DUTIES, cron) ? DUTIES[cron] : undefined;
  if (duties === undefined) throw new Error(`no duties for the schedule ${cron}`);
  return duties;
}

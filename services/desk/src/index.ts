import { describeDefect } from '@laurel/core/defect';
import { createApp } from './app.ts';
import { forgetApplications } from './applications/forget-applications.ts';
import { lapseOffers } from './awarding/lapse.ts';
import { sweepOutbox, workTask } from './awarding/outbox.ts';
import { type DeliveryHint, type DeskEnv, deskFor, type WorkHint } from './env.ts';
import { forgetVolunteers } from './figures/unthanked.ts';
import { lapseNominations } from './nominations/lapse-nominations.ts';
import { sweepLimits } from './rate-limits/sweep-limits.ts';
import { sweepSessions } from './session/sweep.ts';
import { sweepSheets } from './sheets/sweep-sheets.ts';
import { sweepSignatories } from './signatories/end-signing.ts';
import { sweepSlips } from './slips/end-slips.ts';
import { deliver } from './webhooks/deliver.ts';
import { forgetDeliveries, sweepDeliveries } from './webhooks/sweep-deliveries.ts';

export { Stewardship } from './stewardship.ts';

const app = createApp();

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),

  /** Hints of one queue at a time: messages to webhooks are sent side by side, other work is not. */
  async queue(batch, env) {
    const hints = batch.messages.map(({ body }) => body);
    await Promise.all(
      hints.map((hint) => 'deliveryId' in hint && logged(deliver(deskFor(env), hint.deliveryId))),
    );
    for (const hint of hints) {
      if ('outboxId' in hint) await logged(workTask(deskFor(env), hint.outboxId));
    }
  },

  /** Each minute: works what the queue lost, and ends what has run out. */
  async scheduled(_event, env) {
    const desk = deskFor(env);
    const duties = [
      () => sweepOutbox(() => deskFor(env)),
      () => lapseOffers(desk),
      () => sweepSessions(desk),
      () => sweepSheets(desk),
      () => sweepSlips(desk),
      () => sweepSignatories(desk),
      () => forgetVolunteers(desk),
      () => forgetApplications(desk),
      () => sweepLimits(desk),
      () => lapseNominations(desk),
      () => forgetDeliveries(desk),
      // The last, as receivers may be slow.
      () => sweepDeliveries(() => deskFor(env)),
    ];
    for (const duty of duties) await logged(duty());
  },
} satisfies ExportedHandler<DeskEnv, WorkHint | DeliveryHint>;

/** One failure stops no other work. */
async function logged(work: Promise<void>): Promise<void> {
  await work.catch((defect: unknown) => console.error(describeDefect(defect)));
}

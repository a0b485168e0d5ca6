import { describeDefect } from '@laurel/core/defect';
import { createApp } from './app.ts';
import { forgetApplications } from './applications/forget-applications.ts';
import { lapseOffers } from './awarding/lapse.ts';
import { sweepOutbox, workTask } from './awarding/outbox.ts';
import { type DeskEnv, deskFor, type WorkHint } from './env.ts';
import { forgetVolunteers } from './figures/unthanked.ts';
import { lapseNominations } from './nominations/lapse-nominations.ts';
import { sweepLimits } from './rate-limits/sweep-limits.ts';
import { sweepSessions } from './session/sweep.ts';
import { sweepSheets } from './sheets/sweep-sheets.ts';
import { sweepSlips } from './slips/end-slips.ts';

export { Stewardship } from './stewardship.ts';

const app = createApp();

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),

  async queue(batch, env) {
    for (const { body } of batch.messages) {
      await workTask(deskFor(env), body.outboxId).catch((defect: unknown) =>
        console.error(describeDefect(defect)),
      );
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
      () => forgetVolunteers(desk),
      () => forgetApplications(desk),
      () => sweepLimits(desk),
      () => lapseNominations(desk),
    ];
    for (const duty of duties) {
      await duty().catch((defect: unknown) => console.error(describeDefect(defect)));
    }
  },
} satisfies ExportedHandler<DeskEnv, WorkHint>;

import { describeDefect } from '@laurel/core/defect';
import { createApp } from './app.ts';
import { lapseOffers } from './awarding/lapse.ts';
import { sweepOutbox, workTask } from './awarding/outbox.ts';
import { type DeskEnv, deskFor, type WorkHint } from './env.ts';
import { sweepSessions } from './session/sweep.ts';

export { Stewardship } from './stewardship.ts';

const app = createApp();

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),

  async queue(batch, env) {
    const desk = deskFor(env);
    for (const message of batch.messages) {
      try {
        await workTask(desk, message.body.outboxId);
      } catch (defect) {
        console.error(describeDefect(defect));
        message.retry();
      }
    }
  },

  /** Each minute: works what the queue lost, and ends what has run out. */
  async scheduled(_event, env) {
    const desk = deskFor(env);
    for (const duty of [sweepOutbox, lapseOffers, sweepSessions]) {
      await duty(desk).catch((defect: unknown) => console.error(describeDefect(defect)));
    }
  },
} satisfies ExportedHandler<DeskEnv, WorkHint>;

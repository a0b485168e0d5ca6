import { describeDefect } from '@laurel/core/defect';
import { createApp } from './app.ts';
import { workTask } from './awarding/outbox.ts';
import { dutiesAt } from './cron.ts';
import { type DeliveryHint, type DeskEnv, deskFor, type WorkHint } from './env.ts';
import { deliver } from './webhooks/deliver.ts';

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

  async scheduled({ cron }, env) {
    for (const duty of dutiesAt(cron)) await logged(duty(() => deskFor(env)));
  },
} satisfies ExportedHandler<DeskEnv, WorkHint | DeliveryHint>;

/** One failure stops no other work. */
async function logged(work: Promise<void>): Promise<void> {
  await work.catch((defect: unknown) => console.error(describeDefect(defect)));
}

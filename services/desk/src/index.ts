import { doDuties } from '@laurel/observing/do-duties';
import { logDefect } from '@laurel/observing/log-defect';
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
    const duties = Object.entries(dutiesAt(cron)).map(
      ([name, duty]) => [name, () => duty(() => deskFor(env))] as const,
    );
    await doDuties({ worker: 'desk', cron, counters: env.COUNTERS }, Object.fromEntries(duties));
  },
} satisfies ExportedHandler<DeskEnv, WorkHint | DeliveryHint>;

/** One failure stops no other work. */
async function logged(work: Promise<void>): Promise<void> {
  await work.catch((defect: unknown) => logDefect(defect));
}

import { resolve } from 'node:path';
import { type PublicBinding, publicBindings } from '@laurel/store/directory/public-bindings';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { betweenOptions } from './between.ts';
import { pointIn } from './counters/point.ts';
import { freePort } from './free-port.ts';
import { applyMigrations } from './migrations.ts';
import type { RuntimeSettings } from './runtime-settings.ts';
import { STEWARD_WORKER } from './stewardship.ts';
import { TROUBLE_WORKER } from './store-trouble.ts';
import { workerOptions } from './worker-options.ts';
import { WORKERS } from './workers.ts';

export type Runtime = {
  /** The address on this machine. */
  readonly url: string;
  /** The public base URL. */
  readonly origin: string;
  readonly miniflare: Miniflare;
  /** What the databases that PUBLIC is spread over are bound as, in the order of their numbers. */
  readonly publicDatabases: readonly PublicBinding[];
  /** One tick of every cron that ticks each minute, and its end. */
  tick(): Promise<void>;
  /** One tick of the desk's cron that has Wikimedia asked for names again, and its end. */
  lookAtNames(): Promise<void>;
  stop(): Promise<void>;
};

/** Runs the built Workers in workerd, on two local databases and a queue, and migrates them. */
export async function startRuntime(settings: RuntimeSettings): Promise<Runtime> {
  const port = settings.port === 0 ? await freePort(settings.host) : settings.port;
  const url = `http://${settings.host === '127.0.0.1' ? 'localhost' : settings.host}:${port}`;
  const origin = settings.origin ?? url;
  const { onLog = console.log, onPoint = () => {} } = settings;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: settings.host,
      port,
      unsafeLocalExplorer: false,
      handleStructuredLogs: ({ message }) => {
        const point = pointIn(message);
        if (point === null) onLog(message);
        else onPoint(point);
      },
      ...(settings.persistTo === undefined
        ? {}
        : { resourcePersistencePath: resolve(settings.persistTo) }),
      workers: [
        ...WORKERS.flatMap(({ name, config }) => workerOptions(name, config, origin, settings)),
        STEWARD_WORKER,
        ...(settings.storesMayFail === true ? [TROUBLE_WORKER] : []),
        ...(settings.between ?? []).map(betweenOptions),
      ],
    }),
  );
  await miniflare.ready;
  const publicDatabases = publicBindings(settings.publicDatabases ?? 1);
  for (const binding of publicDatabases) {
    await applyMigrations(await miniflare.getD1Database(binding, 'laurel-signer'), 'public');
  }
  await applyMigrations(await miniflare.getD1Database('PRIVATE', 'laurel-signer'), 'private');
  return {
    url,
    origin,
    miniflare,
    publicDatabases,
    tick: async () => {
      for (const name of ['laurel-signer', 'laurel-desk']) await fire(miniflare, name, '* * * * *');
    },
    lookAtNames: () => fire(miniflare, 'laurel-desk', '17 * * * *'),
    stop: () => miniflare.dispose(),
  };
}

async function fire(miniflare: Miniflare, name: string, cron: string): Promise<void> {
  const worker = await miniflare.getWorker(name);
  const { outcome } = await worker.scheduled({ cron, scheduledTime: new Date() });
  if (outcome !== 'ok') throw new Error(`the cron of ${name} ended as ${outcome}`);
}

import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { publicBindings } from '@laurel/store/directory/public-bindings';
import { unstable_readConfig } from 'wrangler';
import * as z from 'zod';
import { betweenName } from './between.ts';
import { keptCounters } from './counters/kept-counters.ts';
import type { RuntimeSettings } from './runtime-settings.ts';
import { localId } from './state-files.ts';
import { TROUBLE_BINDING, TROUBLED_ENTRY, troubledModule } from './store-trouble.ts';
import type { WorkerName } from './workers.ts';

/** The parts of a wrangler.toml that the local runtime takes over. */
const WranglerConfig = z.object({
  compatibility_date: z.string(),
  compatibility_flags: z.array(z.string()),
  vars: z.record(z.string(), z.string()).default({}),
  assets: z
    .object({
      directory: z.string(),
      binding: z.string(),
      run_worker_first: z.boolean().optional(),
    })
    .optional(),
  d1_databases: z.array(z.object({ binding: z.string(), database_id: z.string() })).default([]),
  analytics_engine_datasets: z
    .array(z.object({ binding: z.string(), dataset: z.string() }))
    .default([]),
  services: z.array(z.object({ binding: z.string(), service: z.string() })).default([]),
  queues: z.object({
    producers: z.array(z.object({ binding: z.string(), queue: z.string() })).default([]),
    consumers: z
      .array(
        z.object({
          queue: z.string(),
          max_batch_size: z.number(),
          max_batch_timeout: z.number(),
          max_retries: z.number(),
          // Local queues hand over one batch after another, whatever is allowed.
          max_concurrency: z.number(),
        }),
      )
      .default([]),
  }),
});

/** A Worker's wrangler.toml and its bundle as options of the local runtime, with settings over its vars. */
export function workerOptions(
  name: WorkerName,
  config: string,
  origin: string,
  settings: RuntimeSettings,
) {
  const read = WranglerConfig.parse(unstable_readConfig({ config }));
  const directory = join(settings.bundles, name);
  const isTroubled = settings.storesMayFail === true && read.d1_databases.length > 0;
  return {
    name,
    rootPath: directory,
    modulesRoot: directory,
    modules: isTroubled ? troubledModules(name, directory) : modulesIn(directory),
    compatibilityDate: read.compatibility_date,
    compatibilityFlags: read.compatibility_flags,
    bindings: { ...read.vars, ...settingsOf(name, origin, settings) },
    ...(read.assets === undefined
      ? {}
      : { assets: inFolderOf(config, read.assets, settings.assets?.[name]) }),
    d1Databases: Object.fromEntries(
      read.d1_databases.flatMap(({ binding, database_id }) => [
        [binding, database_id],
        ...(binding === 'PUBLIC' ? furtherDatabases(settings) : []),
      ]),
    ),
    serviceBindings: Object.fromEntries([
      ...read.services.map(({ binding, service }) => [binding, service]),
      ...(settings.between ?? [])
        .filter(({ worker }) => worker === name)
        .map((between) => [between.binding, betweenName(between)]),
      ...(isTroubled ? [TROUBLE_BINDING] : []),
    ]),
    unsafeBindings: read.analytics_engine_datasets.map(keptCounters),
    queueProducers: Object.fromEntries(
      read.queues.producers.map(({ binding, queue }) => [binding, queue]),
    ),
    queueConsumers: Object.fromEntries(
      read.queues.consumers.map((consumer) => [
        consumer.queue,
        {
          maxBatchSize: consumer.max_batch_size,
          maxBatchTimeout: consumer.max_batch_timeout,
          maxRetries: consumer.max_retries,
        },
      ]),
    ),
  };
}

/** The databases that PUBLIC is spread over besides the one that is called so, with ids of their own. */
function furtherDatabases({ publicDatabases = 1 }: RuntimeSettings) {
  return publicBindings(publicDatabases)
    .slice(1)
    .map((binding) => [binding, localId(binding)] as const);
}

type Assets = NonNullable<z.infer<typeof WranglerConfig>['assets']>;

/** Assets stand beside the configuration; the names of their files hold digests, so no build has its own. */
function inFolderOf(
  config: string,
  { directory, binding, run_worker_first }: Assets,
  other: string | undefined,
) {
  return {
    binding,
    directory: other ?? resolve(dirname(config), directory),
    // Without this the local runtime believes that a Worker with assets is nothing but assets.
    ...(run_worker_first === undefined
      ? {}
      : { run_worker_first, routerConfig: { has_user_worker: true } }),
  };
}

/** Behind the module through which its databases fail where they are to. */
function troubledModules(name: WorkerName, directory: string) {
  const [main, ...others] = modulesIn(directory);
  if (main === undefined) throw new Error('a bundle without a module');
  const contents = troubledModule(main.path, name);
  return [{ type: main.type, path: join(directory, TROUBLED_ENTRY), contents }, main, ...others];
}

/** The entry module first, as the runtime wants it. */
export function modulesIn(directory: string) {
  const files = readdirSync(directory).filter((file) => !/\.map$|^README/.test(file));
  return files
    .sort((one, other) => Number(other.endsWith('.js')) - Number(one.endsWith('.js')))
    .map((file) => ({ type: moduleType(file), path: join(directory, file) }));
}

function moduleType(file: string): 'ESModule' | 'CompiledWasm' | 'Data' | 'Text' {
  if (file.endsWith('.js')) return 'ESModule';
  if (file.endsWith('.txt')) return 'Text';
  return file.endsWith('.wasm') ? 'CompiledWasm' : 'Data';
}

function settingsOf(
  name: WorkerName,
  origin: string,
  settings: RuntimeSettings,
): Record<string, string> {
  const { keyEncryptionSecrets, wikimedia, clockShiftSeconds, localWebhookOrigin } = settings;
  const { webhookResolverUrl } = settings;
  return {
    LAUREL_ORIGIN: origin,
    ...(clockShiftSeconds === undefined ? {} : { CLOCK_SHIFT_SECONDS: String(clockShiftSeconds) }),
    ...(name === 'laurel-signer' ? { KEY_ENCRYPTION_SECRETS: keyEncryptionSecrets } : {}),
    ...(name === 'laurel-desk'
      ? {
          WIKIMEDIA_BASE_URL: wikimedia.baseUrl,
          DASHBOARD_BASE_URL: settings.dashboardUrl,
          WIKIMEDIA_CLIENT_ID: wikimedia.clientId,
          WIKIMEDIA_CLIENT_SECRET: wikimedia.clientSecret,
          STEWARD_ACCOUNT_IDS: (settings.stewardAccountIds ?? []).join(','),
          ...(localWebhookOrigin === undefined ? {} : { LOCAL_WEBHOOK_ORIGIN: localWebhookOrigin }),
          ...(webhookResolverUrl === undefined ? {} : { WEBHOOK_RESOLVER_URL: webhookResolverUrl }),
        }
      : {}),
    ...(name === 'laurel-verifier' ? retrievalSettings(settings) : {}),
  };
}

function retrievalSettings({
  localRetrievalOrigins,
  retrievalResolverUrl,
}: RuntimeSettings): Record<string, string> {
  return {
    ...(localRetrievalOrigins === undefined
      ? {}
      : { LOCAL_RETRIEVAL_ORIGINS: localRetrievalOrigins.join(',') }),
    ...(retrievalResolverUrl === undefined ? {} : { RETRIEVAL_RESOLVER_URL: retrievalResolverUrl }),
  };
}

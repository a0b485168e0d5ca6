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

/** A Worker's wrangler.toml and its bundle as options of the local runtime, with settings over its vars; and its assets. */
export function workerOptions(
  name: WorkerName,
  config: string,
  origin: string,
  settings: RuntimeSettings,
) {
  const read = WranglerConfig.parse(unstable_readConfig({ config }));
  return [
    codeOptions(name, read, origin, settings),
    ...(read.assets === undefined ? [] : [assetOptions(name, config, read.assets, settings)]),
  ];
}

function codeOptions(
  name: WorkerName,
  read: z.infer<typeof WranglerConfig>,
  origin: string,
  settings: RuntimeSettings,
) {
  const directory = join(settings.bundles, name);
  const isTroubled = settings.storesMayFail === true && read.d1_databases.length > 0;
  return {
    name,
    rootPath: directory,
    ...(settings.directSocketOf === name
      ? { unsafeDirectSockets: [{ host: settings.host, port: 0 }] }
      : {}),
    modulesRoot: directory,
    modules: isTroubled ? troubledModules(name, directory) : modulesIn(directory),
    compatibilityDate: read.compatibility_date,
    compatibilityFlags: read.compatibility_flags,
    bindings: { ...read.vars, ...settingsOf(name, origin, settings) },
    d1Databases: Object.fromEntries(
      read.d1_databases.flatMap(({ binding, database_id }) => [
        [binding, database_id],
        ...(binding === 'PUBLIC' ? furtherDatabases(settings) : []),
      ]),
    ),
    serviceBindings: Object.fromEntries([
      ...read.services.map(({ binding, service }) => [binding, service]),
      ...(read.assets === undefined ? [] : [[read.assets.binding, assetsName(name)]]),
      ...(settings.between ?? [])
        .filter(({ worker }) => worker === name)
        .map((between) => [between.binding, betweenName(between)]),
      ...(isTroubled ? [TROUBLE_BINDING] : []),
    ]),
    unsafeBindings: read.analytics_engine_datasets.map((one) =>
      keptCounters(one, settings.onPoint !== undefined),
    ),
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

function assetsName(name: WorkerName): string {
  return `${name}-assets`;
}

const SERVES_ASSETS = 'export default { fetch: (request, { ASSETS }) => ASSETS.fetch(request) };';

/**
 * Assets behind a Worker of their own, as none of ours has an address that is one: the local runtime sends whatever
 * is asked of a Worker with assets through two more, which takes longer than most answers. They stand beside the
 * configuration; the names of their files hold digests, so no build has its own.
 */
function assetOptions(
  name: WorkerName,
  config: string,
  { directory }: Assets,
  { assets }: RuntimeSettings,
) {
  return {
    name: assetsName(name),
    modules: true,
    script: SERVES_ASSETS,
    compatibilityDate: '2026-10-01',
    assets: {
      binding: 'ASSETS',
      directory: assets?.[name] ?? resolve(dirname(config), directory),
      run_worker_first: true,
      // Without this the local runtime believes that a Worker with assets is nothing but assets.
      routerConfig: { has_user_worker: true },
    },
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

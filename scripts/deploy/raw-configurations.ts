import { experimental_readRawConfig } from 'wrangler';
import * as z from 'zod';
import { WORKERS, type WorkerName } from '../../development/workers.ts';

const services = z.array(z.looseObject({ service: z.string() })).default([]);
const queues = z.array(z.looseObject({ queue: z.string() })).default([]);

/** The parts of a Worker's configuration that deploying reads or fills in. All else it leaves as it is. */
const RawConfiguration = z.looseObject({
  vars: z.record(z.string(), z.string()).optional(),
  secrets: z.object({ required: z.array(z.string()) }).optional(),
  d1_databases: z
    .array(
      z.looseObject({
        binding: z.string(),
        database_name: z.string(),
        database_id: z.string(),
        migrations_dir: z.string(),
      }),
    )
    .default([]),
  services,
  queues: z.object({ producers: queues, consumers: queues }).optional(),
});

export type RawConfiguration = {
  readonly worker: WorkerName;
  /** The file, from the root. */
  readonly path: string;
  readonly content: z.infer<typeof RawConfiguration>;
};

/** Every Worker's configuration as it is in the tree. */
export function rawConfigurations(): readonly RawConfiguration[] {
  return WORKERS.map(({ name, config }) => ({
    worker: name,
    path: config,
    content: RawConfiguration.parse(experimental_readRawConfig({ config }).rawConfig),
  }));
}

/** The names of all databases that are bound. */
export function databasesOf(raw: readonly RawConfiguration[]): readonly string[] {
  const names = raw.flatMap(({ content }) =>
    content.d1_databases.map(({ database_name }) => database_name),
  );
  return [...new Set(names)];
}

/** The names of all queues that are written or read. */
export function queuesOf(raw: readonly RawConfiguration[]): readonly string[] {
  const names = raw.flatMap(({ content }) =>
    [...(content.queues?.producers ?? []), ...(content.queues?.consumers ?? [])].map(
      ({ queue }) => queue,
    ),
  );
  return [...new Set(names)];
}

/** Which Workers must have which secrets. */
export function secretsOf(
  raw: readonly RawConfiguration[],
): readonly { readonly worker: WorkerName; readonly secret: string }[] {
  return raw.flatMap(({ worker, content }) =>
    (content.secrets?.required ?? []).map((secret) => ({ worker, secret })),
  );
}

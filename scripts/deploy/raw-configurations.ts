import { FIRST, publicBinding } from '@laurel/store/directory/public-bindings';
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

/**
 * Every Worker's configuration as it is in the tree; where PUBLIC is spread over several databases, whoever binds it
 * binds the others after it.
 */
export function rawConfigurations(publicDatabases = 1): readonly RawConfiguration[] {
  return WORKERS.map(({ name, config }) => {
    const content = RawConfiguration.parse(experimental_readRawConfig({ config }).rawConfig);
    const d1_databases = content.d1_databases.flatMap((one) =>
      one.binding === publicBinding(FIRST) ? spread(one, publicDatabases) : [one],
    );
    return { worker: name, path: config, content: { ...content, d1_databases } };
  });
}

type Database = RawConfiguration['content']['d1_databases'][number];

/** It and its further ones, each with all migrations, and with zeros that end in its number until it has an id. */
function spread(first: Database, count: number): readonly Database[] {
  const further = Array.from({ length: count - FIRST }, (_, at) => at + FIRST + 1);
  return [
    first,
    ...further.map((number) => ({
      ...first,
      binding: publicBinding(number),
      database_name: `${first.database_name}-${number}`,
      database_id: `00000000-0000-0000-0001-${String(number).padStart(12, '0')}`,
    })),
  ];
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

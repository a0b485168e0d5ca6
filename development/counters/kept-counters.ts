import { POINT_MARK } from './point.ts';

const NAME = 'laurel-counters';
const MODULE = 'laurel:counters';

/**
 * A stand-in for a dataset of Workers Analytics Engine, for the local runtime, whose own forgets what is written
 * to it. As the real one it waits for nothing, and throws where a point is larger than it may be (Workers
 * Analytics Engine, "Limits"). It hands points over by the log, from which the runtime takes them, where somebody does.
 */
const STAND_IN = `
  const bytes = (texts) => texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0);
  export default ({ dataset, taken }) => ({
    writeDataPoint({ indexes = [], blobs = [], doubles = [] } = {}) {
      if (indexes.length > 1 || blobs.length > 20 || doubles.length > 20) throw new TypeError('too many fields');
      if (bytes(indexes) > 96 || bytes(blobs) > 16384) throw new TypeError('fields that are too long');
      if (!doubles.every(Number.isFinite)) throw new TypeError('a number that is none');
      if (taken) console.log(${JSON.stringify(POINT_MARK)} + JSON.stringify({ dataset, indexes, blobs, doubles }));
    },
  });`;

type Dataset = { readonly binding: string; readonly dataset: string };

/** The binding of a dataset as an option of the local runtime; `taken` is whether anybody takes what is written to it. */
export function keptCounters({ binding, dataset }: Dataset, taken: boolean) {
  return {
    name: binding,
    type: NAME,
    plugin: { package: import.meta.filename, name: NAME },
    options: { dataset, taken },
  };
}

type WorkerOptions = {
  readonly config: {
    readonly env?: Readonly<
      Record<string, { readonly type: string; readonly dev?: { readonly options?: object } }>
    >;
  };
};

/** What the local runtime loads by the name of this file, to bind what it does not know itself. */
export const plugins = {
  [NAME]: {
    getBindings: (options: WorkerOptions) =>
      datasetsIn(options).map(([name, { dev }]) => ({
        name,
        wrapped: {
          moduleName: MODULE,
          innerBindings: Object.entries(dev?.options ?? {}).map(([key, value]) => ({
            name: key,
            json: JSON.stringify(value),
          })),
        },
      })),
    // What a test counts outside of any Worker is not kept.
    getNodeBindings: (options: WorkerOptions) =>
      Object.fromEntries(datasetsIn(options).map(([name]) => [name, { writeDataPoint: () => {} }])),
    getServices: () => [],
    getExtensions: () => [{ modules: [{ name: MODULE, esModule: STAND_IN, internal: true }] }],
  },
};

function datasetsIn({ config }: WorkerOptions) {
  return Object.entries(config.env ?? {}).filter(([, { type }]) => type === `unsafe:${NAME}`);
}

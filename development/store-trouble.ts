import { basename } from 'node:path';
import type { Runtime } from './runtime.ts';
import type { WorkerName } from './workers.ts';

/** Which statements fail, and with which words. A batch of statements counts as one. */
export type StoreTrouble = {
  /** As D1 says it. */
  readonly message: string;
  /** Of these alone; of all where it is left out. */
  readonly store?: 'PUBLIC' | 'PRIVATE';
  readonly worker?: WorkerName;
  /** Of those the one that comes so many after this was said, and no other. */
  readonly onlyAt?: number;
  /** Of those such a share, at random by a seed. */
  readonly share?: { readonly of: number; readonly seed: number };
};

/** The entry module of a Worker whose databases may fail: not a name that bundles have. */
export const TROUBLED_ENTRY = 'troubled.js';

const BINDING = 'STORE_TROUBLE';

/** What Workers export beside their default, and others bind. */
const NAMED_ENTRYPOINTS: Partial<Readonly<Record<WorkerName, readonly string[]>>> = {
  'laurel-desk': ['Stewardship'],
};

/** Knows what is to fail. It lives beside the Workers, as a test waits for some of their calls without doing anything else. */
export const TROUBLE_WORKER = {
  name: 'store-trouble',
  modulesRoot: '/',
  modules: [
    {
      type: 'ESModule' as const,
      path: '/store-trouble.js',
      contents: `let trouble = null, asked = 0, state = 0;
        // mulberry32
        function random() {
          state = (state + 0x6d2b79f5) | 0;
          let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
          mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
          return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
        }
        function isMeant(store, worker) {
          if (trouble === null) return false;
          if ((trouble.store ?? store) !== store || (trouble.worker ?? worker) !== worker) return false;
          asked += 1;
          if (trouble.onlyAt !== undefined) return asked === trouble.onlyAt;
          return trouble.share === undefined || random() < trouble.share.of;
        }
        export default { async fetch(request) {
          if (request.method === 'POST') {
            trouble = await request.json();
            [asked, state] = [0, trouble?.share?.seed ?? 0];
            return new Response();
          }
          const [, store, worker] = new URL(request.url).pathname.split('/');
          return new Response(isMeant(store, worker) ? trouble.message : '');
        } };`,
    },
  ],
  compatibilityDate: '2026-10-01',
};

/** Has databases fail from now on, or (null) be well again. Only where the runtime was started for it. */
export async function troubleStores(
  { miniflare }: Pick<Runtime, 'miniflare'>,
  trouble: StoreTrouble | null,
): Promise<void> {
  const worker = await miniflare.getWorker(TROUBLE_WORKER.name);
  await worker.fetch('http://trouble/', { method: 'POST', body: JSON.stringify(trouble) });
}

/** The binding by which such a Worker asks. */
export const TROUBLE_BINDING = [BINDING, TROUBLE_WORKER.name] as const;

/**
 * An entry module in front of a bundle that stays as it is: it hands on everything, with databases that fail where
 * they are told to. A failure looks as one of D1 does: an `Error` whose message begins with `D1_ERROR`.
 */
export function troubledModule(main: string, worker: WorkerName): string {
  const named = NAMED_ENTRYPOINTS[worker] ?? [];
  return `import * as main from './${basename(main)}';

const FAILING = ['all', 'first', 'raw', 'run'];

async function ask(env, store) {
  const message = await (await env.${BINDING}.fetch('http://trouble/' + store + '/${worker}')).text();
  if (message !== '') throw new Error('D1_ERROR: ' + message);
}

/** The very statement, so that a batch takes it. */
function troubledStatement(statement, env, store) {
  for (const name of FAILING) {
    const own = statement[name].bind(statement);
    statement[name] = async (...given) => { await ask(env, store); return own(...given); };
  }
  const bind = statement.bind.bind(statement);
  statement.bind = (...given) => troubledStatement(bind(...given), env, store);
  return statement;
}

function troubledStore(database, env, store) {
  return {
    prepare: (sql) => troubledStatement(database.prepare(sql), env, store),
    batch: async (statements) => { await ask(env, store); return database.batch(statements); },
    exec: async (sql) => { await ask(env, store); return database.exec(sql); },
  };
}

function troubled(env) {
  const stores = ['PUBLIC', 'PRIVATE'].filter((store) => store in env);
  return { ...env, ...Object.fromEntries(stores.map((store) => [store, troubledStore(env[store], env, store)])) };
}

function entry(exported) {
  if (typeof exported === 'function') {
    return class extends exported { constructor(context, env) { super(context, troubled(env)); } };
  }
  return Object.fromEntries(Object.entries(exported).map(([name, handle]) =>
    [name, (event, env, context) => handle.call(exported, event, troubled(env), context)]));
}

export default entry(main.default);
${named.map((name) => `export const ${name} = entry(main.${name});`).join('\n')}
`;
}

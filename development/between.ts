import { Response } from 'miniflare';
import type { WorkerName } from './workers.ts';

/** A Worker of a test between one of ours and another that it binds. */
export type Between = {
  /** Whose binding it is put into. */
  readonly worker: WorkerName;
  readonly binding: string;
  readonly target: WorkerName;
  /** The methods of the target that are called through it. */
  readonly methods: readonly string[];
  /** Told of each call, which waits for it and fails where it throws. */
  readonly onCall: () => Promise<void>;
};

/** The Worker's name. */
export function betweenName({ worker, binding }: Between): string {
  return `between-${worker}-${binding}`.toLowerCase();
}

/** The Worker as options of the local runtime. */
export function betweenOptions(between: Between) {
  const methods = between.methods.map(
    (method) => `async ${method}(...parameters) {
      const { ok } = await this.env.TOLD.fetch('http://between/');
      if (!ok) throw new Error('stopped on purpose');
      return this.env.TARGET.${method}(...parameters);
    }`,
  );
  return {
    name: betweenName(between),
    modulesRoot: '/',
    modules: [
      {
        type: 'ESModule' as const,
        path: '/between.js',
        contents: `import { WorkerEntrypoint } from 'cloudflare:workers';
          export default class extends WorkerEntrypoint { ${methods.join('\n')} }`,
      },
    ],
    compatibilityDate: '2026-10-01',
    serviceBindings: { TARGET: between.target, TOLD: () => told(between) },
  };
}

async function told({ onCall }: Between): Promise<Response> {
  return onCall().then(
    () => new Response(),
    () => new Response(null, { status: 500 }),
  );
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Load, Loaded } from './load-process.ts';

/** Puts servers under load from another process, one after another. */
export type Loader = {
  /** Throws where anything was answered with another status than the wanted one. */
  readonly load: (load: Load, status: number) => Promise<Loaded>;
  readonly stop: () => void;
};

export function startLoader(): Loader {
  const child = fork(join(import.meta.dirname, 'load-process.ts'), { stdio: 'inherit' });
  return {
    load: async (load, status) => {
      const answered = once(child, 'message');
      child.send(load);
      const [message] = await answered;
      const loaded = Loaded.parse(message);
      const statuses = Object.keys(loaded.statuses);
      if (loaded.errors > 0 || statuses.some((code) => code !== String(status))) {
        throw new Error(`${load.requests[0]?.path} was answered ${JSON.stringify(loaded)}`);
      }
      return loaded;
    },
    stop: () => child.kill(),
  };
}

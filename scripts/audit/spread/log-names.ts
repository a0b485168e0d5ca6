import { logPath } from '@laurel/log/checkpoint';
import type { Invariant } from '../invariant.ts';
import { pagesOf } from '../pages.ts';

const PAGE_ROWS = 1_000;

/** That no database stands in the place of another one, as one that was restored under a wrong name would. */
export const CHECKPOINT_NAMES_ITS_LOG: Invariant = {
  name: 'checkpoint-names-its-log',
  sentence: 'A signed checkpoint names the log of its own database.',
  breaches: async function* ({ ask, publicStores }) {
    const of = {
      table: 'log_checkpoints',
      columns: 'size, substr(note, 1, instr(note, char(10)) - 1) as name',
      size: PAGE_ROWS,
    };
    for (const [at, store] of publicStores.entries()) {
      for await (const page of pagesOf(ask, { store, ...of })) {
        for (const { size, name } of page) {
          if (name !== null && !namesLog(String(name), at + 1)) yield `${store} ${size}`;
        }
      }
    }
  },
};

/** The name of a log is its host and its path. */
function namesLog(name: string, number: number): boolean {
  return name.slice(name.indexOf('/')) === logPath(number);
}

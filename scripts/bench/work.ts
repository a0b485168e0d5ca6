import { startLaurel } from '../../test/support/laurel.ts';
import { measureAwarding } from './awarding.ts';
import type { Figure, Findings } from './figure.ts';
import { spreadOf } from './figure.ts';
import { measureLists } from './lists.ts';
import { measureLogging } from './logging.ts';
import type { Run } from './run.ts';

/** How long an organizer's work takes, and whether a person takes longer among many. */
export async function measureWork(): Promise<Findings> {
  const laurel = await startLaurel();
  try {
    const lists = await measureLists(laurel, [100, 1_000, 10_000]);
    const asked = await measureAwarding(laurel, 'ask', [100, 1_000, 10_000]);
    const onPaper = await measureAwarding(laurel, 'paper', [100, 500, 1_000]);
    const logged = await measureLogging(laurel, [100, 1_000, 10_000]);
    return {
      title: 'Lists and batches',
      method: [
        'Each size once, by the API, through the queue, until everybody had an answer. The peer is the smallest of the same kind: a ratio of 1 says that a person takes as long among ten thousand.',
      ],
      figures: [lists.read, lists.readAnew, asked, onPaper, logged].flatMap(figuresOf),
    };
  } finally {
    await laurel.stop();
  }
}

function figuresOf(runs: readonly Run[]): readonly Figure[] {
  const [smallest, ...larger] = runs;
  if (smallest === undefined) return [];
  const perPerson = ({ settledMs, people }: Run) => settledMs / people;
  const name = `${smallest.people} people`;
  return larger.map((run) => ({
    what: `${run.what}, ${run.people.toLocaleString('en')} people, each`,
    unit: 'ms',
    ours: spreadOf([perPerson(run)]),
    peer: { name, measured: spreadOf([perPerson(smallest)]) },
    ratio: spreadOf([perPerson(smallest) / perPerson(run)]),
  }));
}

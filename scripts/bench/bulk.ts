import { startLaurel } from '../../test/support/laurel.ts';
import { type BatchesRun, measureBatches } from './batches.ts';
import { inDataFolder } from './data-folder.ts';
import {
  type BenchOptions,
  comparedFigure,
  type Figure,
  type Findings,
  loneFigure,
} from './figure.ts';

/** The sizes that are measured, as far as they are wanted; the first is what the others are compared with. */
const SIZES = [1_000, 10_000, 100_000];

/** What a credential takes in bulk, with consent on paper, and whether it takes longer among many. */
export function measureBulk({ people }: BenchOptions): Promise<Findings> {
  return inDataFolder(people, (folder) => awardedIn(folder, people));
}

async function awardedIn(folder: string, people: number): Promise<Findings> {
  const laurel = await startLaurel({ persistTo: folder });
  try {
    await measureBatches(laurel, 500);
    const runs: BatchesRun[] = [];
    for (const size of SIZES.filter((one) => one <= people)) {
      runs.push(await measureBatches(laurel, size));
    }
    const [smallest, ...larger] = runs;
    return {
      title: 'Awarding in bulk',
      method: [
        'Consent on paper, through the whole running system: API, queue, directory, both databases, status list and log; in batches of up to 10,000, each sent when the one before it is done. `signed`: until everybody has the Data Integrity proof and the EdDSA JWT; `complete`: until the RS256 JWTs are there too. All Workers, databases and queues of the local runtime share one processor; a second has the stand-in for Wikimedia. The databases are in memory where there is room.',
        'The peer of a time is the smallest size: a ratio of 1 says that a credential takes as long among many. `npm run bench -- bulk --people=100000` measures the largest too, which takes minutes.',
      ],
      figures: runs
        .flatMap(figuresOf)
        .concat(smallest === undefined ? [] : larger.map((run) => besideSmallest(run, smallest))),
    };
  } finally {
    await laurel.stop();
  }
}

function figuresOf({ people, residentMiB, ...run }: BatchesRun): readonly Figure[] {
  const of = `${people.toLocaleString('en')} people`;
  const perSecond = (ms: number) => [(1_000 * people) / ms];
  return [
    loneFigure(`signed, ${of}`, 'a second', perSecond(run.signedMs)),
    loneFigure(`complete, ${of}`, 'a second', perSecond(run.completeMs)),
    loneFigure(`signed, ${of}, each`, 'ms of CPU', [run.signedCpuMs / people]),
    loneFigure(`complete, ${of}, each`, 'ms of CPU', [run.completeCpuMs / people]),
    loneFigure(`memory of the runtime after each batch, ${of}`, 'MiB', residentMiB),
  ];
}

function besideSmallest(run: BatchesRun, smallest: BatchesRun): Figure {
  const each = ({ signedMs, people }: BatchesRun) => [signedMs / people];
  return comparedFigure(
    `signed, ${run.people.toLocaleString('en')} people, each`,
    'ms',
    each(run),
    {
      name: `${smallest.people.toLocaleString('en')} people`,
      runs: each(smallest),
    },
  );
}

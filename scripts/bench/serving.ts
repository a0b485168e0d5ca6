import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { anAwardRequest, postAwards } from '../../test/support/awarding.ts';
import { type Laurel, startLaurel } from '../../test/support/laurel.ts';
import { inDataFolder } from './data-folder.ts';
import { type BenchOptions, comparedFigure, type Findings, loneFigure } from './figure.ts';
import { CONNECTIONS, inTurns, type Measured, SECONDS } from './serving/in-turns.ts';
import { startLoader } from './serving/loader.ts';
import { PEER, startPeer } from './serving/peer.ts';
import { seed } from './serving/seeding.ts';
import { type Asked, askedFor, type Signed } from './serving/targets.ts';

const FRONT_DOOR = 'laurel';

/** Really signed, and asked for in turns. */
const SIGNED = 200;

/** Puts what strangers ask for under load, with many credentials on record, and a peer's service beside it. */
export function measureServing({ credentials, rounds }: BenchOptions): Promise<Findings> {
  return inDataFolder(credentials, (folder, isInMemory) =>
    servedFrom(folder, isInMemory, credentials, rounds),
  );
}

async function servedFrom(
  folder: string,
  isInMemory: boolean,
  credentials: number,
  rounds: number,
): Promise<Findings> {
  const laurel = await startLaurel({ persistTo: folder, directSocketOf: FRONT_DOOR });
  const loader = startLoader();
  try {
    const signed = await sign(laurel);
    const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
    const begunMs = performance.now();
    await seed(store, credentials);
    const seededSeconds = (performance.now() - begunMs) / 1000;
    const peer = await startPeer(laurel.origin, signed.map(({ document }) => document).slice(0, 1));
    try {
      const frontDoor = await laurel.runtime.miniflare.unsafeGetDirectURL(FRONT_DOOR);
      const asked = await askedFor({ ...laurel, url: frontDoor.origin }, signed, peer);
      const loads = await inTurns(loader, asked, rounds);
      return findings(asked, loads, {
        credentials,
        isInMemory,
        seededSeconds,
        bytes: bytesIn(folder),
        documentBytes: signed[0]?.document.length ?? 0,
      });
    } finally {
      peer.stop();
    }
  } finally {
    loader.stop();
    await laurel.stop();
  }
}

async function sign(laurel: Laurel): Promise<readonly Signed[]> {
  const recipients = Array.from({ length: SIGNED }, (_, at) => ({ username: `Served no ${at}` }));
  const answer = await postAwards(laurel, anAwardRequest({ recipients }));
  if (answer.status !== 202) throw new Error(await answer.text());
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const left = () =>
    store
      .prepare('select ? - count(*) as rows from credentials where rsa_jwt is not null')
      .bind(SIGNED)
      .first<number>('rows');
  while ((await left()) !== 0) {
    await laurel.runtime.tick();
    await setTimeout(100);
  }
  await laurel.runtime.tick();
  const { results } = await store
    .prepare(
      'select id, document, status_list as list, achievement_id as achievement from credentials',
    )
    .all<Signed>();
  return results;
}

type Seeded = {
  readonly credentials: number;
  readonly isInMemory: boolean;
  readonly seededSeconds: number;
  /** Of both databases. */
  readonly bytes: number;
  readonly documentBytes: number;
};

function findings(
  asked: readonly Asked[],
  loads: ReadonlyMap<Asked, readonly Measured[]>,
  { credentials, isInMemory, seededSeconds, bytes, documentBytes }: Seeded,
): Findings {
  const runsOf = (one: Asked, value: 'perSecond' | 'cpuMs') =>
    (loads.get(one) ?? []).map((load) => load[value]);
  const peer = asked.find(({ what }) => what === PEER);
  const measured = (one: Asked, value: 'perSecond' | 'cpuMs') => {
    const [what, unit] =
      value === 'cpuMs'
        ? ([`${one.what}, each`, 'ms of CPU'] as const)
        : ([one.what, 'a second'] as const);
    return one.isVerifying && peer !== undefined
      ? comparedFigure(what, unit, runsOf(one, value), { name: PEER, runs: runsOf(peer, value) })
      : loneFigure(what, unit, runsOf(one, value));
  };
  const ours = asked.filter((one) => one !== peer);
  const figures = [
    ...ours.map((one) => measured(one, 'perSecond')),
    ...ours.map((one) => measured(one, 'cpuMs')),
  ];
  const middle = (values: readonly number[]) =>
    String([...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? '');
  return {
    title: 'Serving',
    method: [
      `All five Workers in workerd behind the front door, which is asked at a socket of its own (else a Worker of the local runtime stands before it), PUBLIC and PRIVATE in local D1, ${credentials.toLocaleString('en')} credentials on record (${(bytes / 1024 ** 3).toFixed(1)} GiB${isInMemory ? ', files in memory' : ''}, written in ${seededSeconds.toFixed(0)} s). ${SIGNED} of them were really signed, of ${documentBytes.toLocaleString('en')} bytes each, and those are asked for; the others are copies of them under other ids, as long in every column, in a log of three entries for each.`,
      `autocannon asks from another process over ${CONNECTIONS} connections, ${SECONDS} s each, in turns. ${PEER} verifies the same credentials in a process of its own; its schema, the issuer’s keys and the status list are in its memory, which spares it what a real one asks the network for. It looks into no log, and we do.`,
      'Beside how many were answered stands what each has cost the processors, in all processes that answer (of ours the databases are part): where other programs run as well, the first figure is theirs too, and the second is not.',
    ],
    figures,
    tables: [
      {
        title: 'Latency under that load, in ms (medians of the runs)',
        head: ['', 'p50', 'p99'],
        rows: asked.map((one) => [
          one.what,
          middle((loads.get(one) ?? []).map(({ p50 }) => p50)),
          middle((loads.get(one) ?? []).map(({ p99 }) => p99)),
        ]),
      },
    ],
  };
}

function bytesIn(folder: string): number {
  return globSync(join(folder, '**/*.sqlite*')).reduce((sum, file) => sum + statSync(file).size, 0);
}

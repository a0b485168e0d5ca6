import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { anAwardRequest, postAwards } from '../../test/support/awarding.ts';
import { type Laurel, startLaurel } from '../../test/support/laurel.ts';
import { type BenchOptions, comparedFigure, type Findings, loneFigure } from './figure.ts';
import type { Loaded } from './serving/load-process.ts';
import { type Loader, startLoader } from './serving/loader.ts';
import { PEER, startPeer } from './serving/peer.ts';
import { seed } from './serving/seeding.ts';
import { type Asked, askedFor, type Signed } from './serving/targets.ts';

/** Really signed, and asked for in turns. */
const SIGNED = 200;
const CONNECTIONS = 8;
const SECONDS = 4;
const WARM_SECONDS = 2;

/** Puts what strangers ask for under load, with many credentials on record, and a peer's service beside it. */
export async function measureServing({ credentials, rounds }: BenchOptions): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
  const laurel = await startLaurel({ persistTo: folder });
  const loader = startLoader();
  try {
    const signed = await sign(laurel);
    const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
    const begunMs = performance.now();
    await seed(store, credentials);
    const seededSeconds = (performance.now() - begunMs) / 1000;
    const peer = await startPeer(laurel.origin, signed.map(({ document }) => document).slice(0, 1));
    try {
      const asked = await askedFor(laurel, signed, peer.url, PEER);
      const loads = await inTurns(loader, asked, rounds);
      return findings(asked, loads, {
        credentials,
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
    rmSync(folder, { recursive: true, force: true });
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

/** Each after the other in every round, so that what else the machine does comes to all of them. */
async function inTurns(
  loader: Loader,
  asked: readonly Asked[],
  rounds: number,
): Promise<ReadonlyMap<Asked, readonly Loaded[]>> {
  const loads = new Map<Asked, Loaded[]>();
  const once = ({ url, requests, status }: Asked, seconds: number) =>
    loader.load({ url, connections: CONNECTIONS, seconds, requests: [...requests] }, status);
  for (const one of asked) await once(one, WARM_SECONDS);
  for (let round = 0; round < rounds; round += 1) {
    for (const one of asked) {
      loads.set(one, [...(loads.get(one) ?? []), await once(one, SECONDS)]);
    }
  }
  return loads;
}

type Seeded = {
  readonly credentials: number;
  readonly seededSeconds: number;
  /** Of both databases. */
  readonly bytes: number;
  readonly documentBytes: number;
};

function findings(
  asked: readonly Asked[],
  loads: ReadonlyMap<Asked, readonly Loaded[]>,
  { credentials, seededSeconds, bytes, documentBytes }: Seeded,
): Findings {
  const perSecond = (one: Asked) => (loads.get(one) ?? []).map((load) => load.perSecond);
  const peer = asked.find(({ what }) => what === PEER);
  const figures = asked.flatMap((one) => {
    if (one === peer) return [];
    return one.isVerifying && peer !== undefined
      ? [
          comparedFigure(one.what, 'a second', perSecond(one), {
            name: PEER,
            runs: perSecond(peer),
          }),
        ]
      : [loneFigure(one.what, 'a second', perSecond(one))];
  });
  const middle = (values: readonly number[]) =>
    String([...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? '');
  return {
    title: 'Serving',
    method: [
      `All five Workers in workerd behind the front door, PUBLIC and PRIVATE in local D1, ${credentials.toLocaleString('en')} credentials on record (${(bytes / 1024 ** 3).toFixed(1)} GiB, written in ${seededSeconds.toFixed(0)} s). ${SIGNED} of them were really signed, of ${documentBytes.toLocaleString('en')} bytes each, and those are asked for; the others are copies of them under other ids, as long in every column, in a log of three entries for each.`,
      `autocannon asks from another process over ${CONNECTIONS} connections, ${SECONDS} s each, in turns. ${PEER} verifies the same credentials in a process of its own; its schema, the issuer’s keys and the status list are in its memory, which spares it what a real one asks the network for. It looks into no log, and we do.`,
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

import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import type { Laurel } from '../../test/support/laurel.ts';
import type { Run } from './run.ts';

const POLL_MS = 25;

const Begun = z.object({ url: z.url() });
const Sheet = z.object({ tally: z.object({ waiting: z.number(), ready: z.number() }) });

/** What is measured of a list: until its people were looked up, and reading it by another rule. */
type ListRuns = { readonly read: readonly Run[]; readonly readAnew: readonly Run[] };

/** Gives lists of these sizes to the desk, one after another, and has each read anew. */
export async function measureLists(laurel: Laurel, sizes: readonly number[]): Promise<ListRuns> {
  await give(laurel, 20);
  const lists = [];
  for (const size of sizes) lists.push(await give(laurel, size));
  return { read: lists.map(({ read }) => read), readAnew: lists.map(({ readAnew }) => readAnew) };
}

async function give(laurel: Laurel, people: number) {
  const rows = Array.from({ length: people }, (_, at) => `${at + 1};Listed ${people} of ${at};2,5`);
  const text = ['No;Username;Hours', ...rows].join('\n');
  const begunMs = performance.now();
  const given = await call(laurel, 'POST', `${laurel.url}/api/v1/issuers/${laurel.issuer}/sheets`, {
    text,
  });
  const acceptedMs = performance.now() - begunMs;
  const { url } = Begun.parse(await given.json());
  for (;;) {
    const { tally } = Sheet.parse(await (await call(laurel, 'GET', url)).json());
    if (tally.waiting === 0) {
      if (tally.ready !== people) throw new Error('somebody was not found');
      break;
    }
    await setTimeout(POLL_MS);
  }
  const read = { what: 'a list is looked up', people, acceptedMs, settledMs: sinceMs(begunMs) };
  const anewMs = performance.now();
  const reading = { usernameColumn: 1, hoursColumn: 2, attendance: { rule: 'everyone' } };
  const answer = await call(laurel, 'PUT', `${url}/reading`, reading);
  if (answer.status !== 204) throw new Error(await answer.text());
  const tookMs = sinceMs(anewMs);
  const readAnew = { what: 'a list is read anew', people, acceptedMs: tookMs, settledMs: tookMs };
  return { read, readAnew };
}

function sinceMs(begunMs: number): number {
  return performance.now() - begunMs;
}

function call(laurel: Laurel, method: string, url: string, body?: object): Promise<Response> {
  return fetch(url, {
    method,
    headers: { authorization: `Bearer ${laurel.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

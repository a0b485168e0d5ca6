import autocannon from 'autocannon';
import * as z from 'zod';

/** What is asked for again and again, in turns, over so many connections. */
const Load = z.object({
  url: z.string(),
  connections: z.number(),
  seconds: z.number(),
  requests: z.array(
    z.object({
      method: z.string().optional(),
      path: z.string(),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.string().optional(),
    }),
  ),
});

export type Load = z.infer<typeof Load>;

/** What came of it. Latencies are milliseconds. */
export const Loaded = z.object({
  perSecond: z.number(),
  /** All that were answered. */
  requests: z.number(),
  p50: z.number(),
  p99: z.number(),
  /** How often each status was answered. */
  statuses: z.record(z.string(), z.number()),
  errors: z.number(),
});

export type Loaded = z.infer<typeof Loaded>;

/** A process of its own, so that what asks does not take time from what answers but by the processor. */
process.on('message', async (message) => {
  const { url, connections, seconds, requests } = Load.parse(message);
  const { latency, statusCodeStats, errors, ...loaded } = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: requests.map(({ path, ...rest }) => ({ path, ...defined(rest) })),
  });
  const statuses = Object.entries(statusCodeStats).map(([code, { count }]) => [code, count]);
  process.send?.({
    perSecond: loaded.requests.average,
    requests: Object.values(statusCodeStats).reduce((sum, { count }) => sum + count, 0),
    p50: latency.p50,
    p99: latency.p99,
    statuses: Object.fromEntries(statuses),
    errors,
  } satisfies Loaded);
});

function defined({ method, headers, body }: Omit<Load['requests'][number], 'path'>) {
  return {
    ...(method === undefined ? {} : { method }),
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { body }),
  };
}

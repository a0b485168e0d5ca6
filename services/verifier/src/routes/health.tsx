import { gathered, type PartState } from '@laurel/core/health';
import { preferredType } from '@laurel/http/media-type';
import { readerOf } from '@laurel/http/reader';
import { keptFor } from '@laurel/observing/kept-for';
import { htmlResponse } from '@laurel/pages/document';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { partsOf } from '../health/parts.ts';
import { HealthPage } from '../pages/health-page.tsx';
import { onlyMethods } from '../refuse.ts';

/** Whoever asks more often is told the same. */
const KEPT_MS = 5_000;

const keptParts = keptFor(KEPT_MS, partsOf);

/** Whether every part of this service is well: 200, else 503. A page for people, JSON for programs. */
export const health = new Hono<App>();

health.get('/', async (c) => {
  const own = await keptParts(c.env, c.var.nowSeconds);
  const parts = gathered([own, c.env.DESK_HEALTH?.parts ?? { desk: NO_ANSWER }]);
  const ok = parts.every((one) => one.ok === true);
  const status = ok ? 200 : 503;
  const headers = { 'cache-control': 'no-store' };
  const offers = ['application/json', 'text/html'] as const;
  if (preferredType(c.req.header('accept'), offers) === 'text/html') {
    const reader = readerOf(c.req.raw);
    const page = <HealthPage parts={parts} reader={reader} />;
    return htmlResponse(page, reader, { status, headers });
  }
  const told = parts.map(({ part, ...state }) => [part, inWords(state)]);
  return c.json({ ok, parts: Object.fromEntries(told) }, status, { ...headers, vary: 'Accept' });
});
health.all('/', onlyMethods('GET', 'HEAD'));

const NO_ANSWER: PartState = { ok: false, sinceSeconds: null };

function inWords({ ok, sinceSeconds }: PartState) {
  return { ok, since: sinceSeconds === null ? null : new Date(sinceSeconds * 1000).toISOString() };
}

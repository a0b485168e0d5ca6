import type { DeskHealth } from '@laurel/contracts/verifier-rpc';
import { keptFor } from '@laurel/observing/kept-for';
import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';
import { partsOf } from './parts.ts';

/** Whoever asks more often is told the same. */
const KEPT_MS = 5_000;

const keptParts = keptFor(KEPT_MS, partsOf);

/** What the desk and those behind it say of themselves, for the front door, which gathers it. */
export const health = new Hono<DeskApp>();

health.get('/', async (context) => {
  const report: DeskHealth = { parts: await keptParts(context.var.desk) };
  return context.json(report, 200, { 'cache-control': 'no-store' });
});

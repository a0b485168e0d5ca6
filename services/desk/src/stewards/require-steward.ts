import { createMiddleware } from 'hono/factory';
import { isSteward } from '../acting/stewards.ts';
import type { HolderApp } from '../me/require-session.ts';

/** Lets stewards pass alone. For everybody else there is no such page. Needs `requireSession` before it. */
export const requireSteward = createMiddleware<HolderApp>(async (c, next) =>
  (await isSteward(c.var.desk, c.var.holder.accountId)) ? next() : c.notFound(),
);

import { issuers } from '@laurel/store/public/issuers';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { publicDatabases } from '../record/database.ts';
import { onlyMethods } from '../refuse.ts';

export const health = new Hono<App>();

/** 200 where everything that this Worker leans on answers, else 503; which one fails is in the body. */
health.get('/', async (c) => {
  const [database, renderer] = await Promise.all([
    answers(
      Promise.all(
        publicDatabases(c.env).each.map((db) =>
          db.select({ slug: issuers.slug }).from(issuers).limit(1),
        ),
      ),
    ),
    answers(c.env.RENDERER.health()),
  ]);
  const ok = database && renderer;
  return c.json({ ok, database, renderer }, ok ? 200 : 503, { 'cache-control': 'no-store' });
});
health.all('/', onlyMethods('GET', 'HEAD'));

async function answers(call: PromiseLike<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

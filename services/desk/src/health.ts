import { Hono } from 'hono';
import type { DeskApp } from './app-context.ts';

/** Whether the private store, the signer and the renderer answer. */
export const health = new Hono<DeskApp>();

health.get('/', async (context) => {
  const [store, signer, renderer] = await Promise.all(
    [
      context.env.PRIVATE.prepare('select 1').first(),
      context.env.SIGNER.health(),
      context.env.RENDERER.health(),
    ].map((answer) =>
      answer.then(
        () => true,
        () => false,
      ),
    ),
  );
  const ok = store === true && signer === true && renderer === true;
  return Response.json({ ok, store, signer, renderer }, { status: ok ? 200 : 503 });
});

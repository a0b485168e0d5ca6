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
  const well = store === true && signer === true && renderer === true;
  return Response.json({ well, store, signer, renderer }, { status: well ? 200 : 503 });
});

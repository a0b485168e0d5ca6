import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { orAsTrainer } from '../api/actor.ts';
import { onlyAllowing, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { batchOfCaller } from '../batches/batch-of-caller.ts';
import { partAsked } from './part-asked.ts';
import { takePart } from './take-part.ts';

/** The API of a batch's certificates. */
export const certificateApi = new Hono<DeskApp>();

certificateApi.get('/batches/:id/certificates', async (c) => {
  const found = await batchOfCaller(c, 'awards:read', orAsTrainer);
  if (!found.ok) return refusal(c, found.failure);
  const asked = partAsked(c.req.raw);
  if (!asked.ok) return refusal(c, asked.failure);
  const { batch, actor } = found.value;
  const { messages } = readerOf(c.req.raw);
  const taken = await takePart(c.var.desk, actor, batch, asked.value, messages);
  return taken.ok ? taken.value : refusal(c, taken.failure);
});

certificateApi.all('/batches/:id/certificates', onlyAllowing('GET'));

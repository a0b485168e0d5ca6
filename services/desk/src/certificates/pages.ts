import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { findBatch } from '../batches/batch-progress.ts';
import { partAsked } from './part-asked.ts';
import { takePart } from './take-part.ts';

/** The certificates of a batch as a download, under the pages of batches. */
export const certificatePages = new Hono<MemberApp>();

certificatePages.get('/:id/certificates', async (c) => {
  const { desk, member } = c.var;
  const batch = await findBatch(desk, member, c.req.param('id'));
  if (batch === null) return refuseMember(c, { reason: 'batch_unknown' }, '/batches');
  const back = `/batches/${batch.id}`;
  const asked = partAsked(c.req.raw);
  if (!asked.ok) return refuseMember(c, asked.failure, back);
  const { messages } = readerOf(c.req.raw);
  const taken = await takePart(desk, member, batch, asked.value, messages);
  return taken.ok ? taken.value : refuseMember(c, taken.failure, back);
});

import { readerOf } from '@laurel/http/reader';
import { achievements } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { actorForIssuer, orAsTrainer } from '../api/actor.ts';
import { batchReport } from '../api/report.ts';
import { onlyAllowing, privateJson, privateJsonAt, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { certificateApi } from '../certificates/api.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { batchOfCaller } from './batch-of-caller.ts';
import { mayAwardAgain, namesAwarded, refusedRows } from './batch-progress.ts';
import { failedCsvResponse } from './failed-csv-response.ts';
import { beginFailedSheet } from './failed-sheet.ts';
import { listBatches } from './list-batches.ts';
import { revocationApi } from './revocation-api.ts';
import { massMessageList, shareTexts } from './share-texts.ts';

/** The API of batches. */
export const batchApi = new Hono<DeskApp>();

batchApi.get('/issuers/:slug/batches', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read', orAsTrainer);
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const { batches, total } = await listBatches(desk, actor.value, page);
  const told = batches.map(({ id, label, achievementSlug, size, createdAtSeconds }) => ({
    batch: id,
    url: `${desk.origin}/api/v1/batches/${id}`,
    label,
    achievement: achievementSlug,
    size,
    createdAt: new Date(createdAtSeconds * 1000).toISOString(),
  }));
  return privateJson({ page, pages: pagesIn(total), total, batches: told });
});

batchApi.get('/batches/:id', async (c) => {
  const found = await batchOfCaller(c, 'awards:read', orAsTrainer);
  if (!found.ok) return refusal(c, found.failure);
  const { batch } = found.value;
  const { messages } = readerOf(c.req.raw);
  const report = await batchReport(c.var.desk, batch, messages);
  const busy = report.counts.queued > 0;
  return privateJson(report, { headers: busy ? { 'retry-after': '1' } : {} });
});

/** What the batch's page shows to send on; names are for those who may award. */
batchApi.get('/batches/:id/share', async (c) => {
  const { desk } = c.var;
  const found = await batchOfCaller(c, 'awards:read', orAsTrainer);
  if (!found.ok) return refusal(c, found.failure);
  const { batch, actor } = found.value;
  const [achievement] = await desk.store
    .select({ facts: achievements.facts })
    .from(achievements)
    .where(eq(achievements.id, batch.achievementId));
  if (achievement === undefined) throw new Error('a batch of an achievement that does not exist');
  const address = `${desk.origin}/me`;
  return privateJson({
    address,
    ...(await shareTexts(desk, achievement.facts, batch.terms.language, address)),
    ...(mayAwardAgain(actor, batch)
      ? { massMessage: massMessageList(await namesAwarded(desk, batch)) }
      : {}),
  });
});

batchApi.get('/batches/:id/failed-rows', async (c) => {
  const found = await batchOfCaller(c, 'awards:read', orAsTrainer);
  if (!found.ok) return refusal(c, found.failure);
  return failedCsvResponse(c.var.desk, found.value.batch, readerOf(c.req.raw).messages);
});

batchApi.post('/batches/:id/failed-rows', async (c) => {
  const { desk } = c.var;
  const found = await batchOfCaller(c, 'awards:write', orAsTrainer);
  if (!found.ok) return refusal(c, found.failure);
  const { batch, actor } = found.value;
  const { messages } = readerOf(c.req.raw);
  const rows = await refusedRows(desk, batch);
  const begun = await beginFailedSheet(desk, actor, batch, rows, messages);
  if (!begun.ok) return refusal(c, begun.failure);
  const url = `${desk.origin}/api/v1/sheets/${begun.value}`;
  return privateJsonAt(201, url, { sheet: begun.value });
});

batchApi.all('/issuers/:slug/batches', onlyAllowing('GET'));
batchApi.all('/batches/:id', onlyAllowing('GET'));
batchApi.all('/batches/:id/share', onlyAllowing('GET'));
batchApi.all('/batches/:id/failed-rows', onlyAllowing('GET', 'POST'));

batchApi.route('/', revocationApi);
batchApi.route('/', certificateApi);

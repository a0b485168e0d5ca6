import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { achievements, batches } from '@laurel/store/private/desk';
import { count, desc, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { PAGE_SIZE, pageAsked } from '../page/paging.tsx';
import { sheetPath } from '../sheets/steps.tsx';
import { BatchList } from './batch-list.tsx';
import { BatchPage } from './batch-page.tsx';
import { countsOf, findBatch, namesAwarded, refusedRows } from './batch-progress.ts';
import { beginFailedSheet, failedCsv } from './failed-sheet.ts';
import { massMessageList, shareTexts } from './share-texts.ts';

/** While a batch is being worked, its page asks again after this. */
const REFRESH_SECONDS = 3;

const UNKNOWN = { reason: 'batch_unknown' } as const;

/** Pages of batches, under an issuer’s desk. */
export const batchPages = new Hono<MemberApp>();

batchPages.use(requireScope('awards:read'));

batchPages.get('/', async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const page = pageAsked(c.req.raw);
  const ofIssuer = eq(batches.issuer, member.issuer);
  const [[all], listed] = await desk.store.batch([
    desk.store.select({ total: count() }).from(batches).where(ofIssuer),
    desk.store
      .select()
      .from(batches)
      .where(ofIssuer)
      .orderBy(desc(batches.createdAtSeconds), desc(batches.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return deskPage({
    title: reader.messages.message('desk-section-batches'),
    path: deskPath(member.issuer, '/batches'),
    reader,
    session: holder,
    member,
    section: 'batches',
    children: (
      <BatchList
        issuer={member.issuer}
        batches={listed}
        page={page}
        total={all?.total ?? 0}
        reader={reader}
      />
    ),
  });
});

batchPages.get('/:id', async (c) => {
  const { desk, member, holder } = c.var;
  const batch = await findBatch(desk, member.issuer, c.req.param('id'));
  if (batch === null) return refuseMember(c, UNKNOWN, '/batches');
  const reader = readerOf(c.req.raw);
  const counts = await countsOf(desk, batch);
  const [achievement] = await desk.store
    .select({ facts: achievements.facts })
    .from(achievements)
    .where(eq(achievements.id, batch.achievementId));
  const facts = achievement?.facts ?? null;
  const ownPage = `${desk.origin}/me`;
  const isDone = counts.queued === 0;
  const canAward = member.scopes.has('awards:write');
  return deskPage({
    title: batch.label === '' ? reader.messages.message('batches-title-one') : batch.label,
    path: deskPath(member.issuer, `/batches/${batch.id}`),
    reader,
    session: holder,
    member,
    section: 'batches',
    ...(isDone ? {} : { refreshSeconds: REFRESH_SECONDS }),
    children: (
      <BatchPage
        batch={batch}
        achievement={facts}
        counts={counts}
        refused={isDone && counts.refused > 0 ? await refusedRows(desk, batch) : []}
        texts={isDone && facts !== null ? shareTexts(facts, batch.terms.language, ownPage) : null}
        ownPage={ownPage}
        canAward={canAward}
        awarded={isDone && canAward ? batch.size - counts.refused : 0}
        reader={reader}
      />
    ),
  });
});

batchPages.get('/:id/failed-rows', async (c) => {
  const { desk, member } = c.var;
  const batch = await findBatch(desk, member.issuer, c.req.param('id'));
  if (batch === null) return refuseMember(c, UNKNOWN, '/batches');
  const { messages } = readerOf(c.req.raw);
  return new Response(failedCsv(await refusedRows(desk, batch), messages), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="failed-${batch.id}.csv"`,
      'cache-control': 'no-store',
    },
  });
});

/** In a file of its own: ten thousand names would weigh on a page that is looked at on a phone. */
batchPages.get('/:id/share', requireScope('awards:write'), async (c) => {
  const { desk, member } = c.var;
  const batch = await findBatch(desk, member.issuer, c.req.param('id'));
  if (batch === null) return refuseMember(c, UNKNOWN, '/batches');
  return new Response(massMessageList(await namesAwarded(desk, batch)), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="massmessage-${batch.id}.txt"`,
      'cache-control': 'no-store',
    },
  });
});

batchPages.post('/:id/failed-rows', requireScope('awards:write'), async (c) => {
  const { desk, member } = c.var;
  const batch = await findBatch(desk, member.issuer, c.req.param('id'));
  if (batch === null) return refuseMember(c, UNKNOWN, '/batches');
  const reader = readerOf(c.req.raw);
  const rows = await refusedRows(desk, batch);
  const begun = await beginFailedSheet(desk, member, batch, rows, reader.messages);
  if (!begun.ok) return refuseMember(c, begun.failure, `/batches/${batch.id}`);
  return c.redirect(linkTo(sheetPath({ issuer: member.issuer, id: begun.value }), reader), 303);
});

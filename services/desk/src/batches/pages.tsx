import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { achievements } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import { requireAwarding } from '../acting/require-awarding.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { certificateProgress } from '../certificates/find-rows.ts';
import { certificatePages } from '../certificates/pages.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { pageAsked } from '../page/paging.tsx';
import { sheetPath } from '../sheets/steps.tsx';
import { BatchList } from './batch-list.tsx';
import { BatchPage } from './batch-page.tsx';
import { countsOf, findBatch, mayAwardAgain, namesAwarded, refusedRows } from './batch-progress.ts';
import { failedCsvResponse } from './failed-csv-response.ts';
import { beginFailedSheet } from './failed-sheet.ts';
import { revocationsOfBatch, waitingRevocations } from './find-revocations.ts';
import { listBatches } from './list-batches.ts';
import { revocationProgress } from './revocation-progress.ts';
import { revocationRoutes } from './revocation-routes.tsx';
import { massMessageList, shareTexts } from './share-texts.ts';

/** While a batch is being worked, its page asks again after this. */
const REFRESH_SECONDS = 3;

const UNKNOWN = { reason: 'batch_unknown' } as const;

/** Pages of batches, under an issuer’s desk. */
export const batchPages = new Hono<MemberApp>();

batchPages.use(requireAwarding('awards:read'));
batchPages.route('/', revocationRoutes);
batchPages.route('/', certificatePages);

batchPages.get('/', async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const page = pageAsked(c.req.raw);
  const { batches, total } = await listBatches(desk, member, page);
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
        batches={batches}
        waiting={
          member.scopes.has('awards:read') ? await waitingRevocations(desk, member.issuer) : null
        }
        page={page}
        total={total}
        reader={reader}
      />
    ),
  });
});

batchPages.get('/:id', async (c) => {
  const { desk, member, holder } = c.var;
  const batch = await findBatch(desk, member, c.req.param('id'));
  if (batch === null) return refuseMember(c, UNKNOWN, '/batches');
  const reader = readerOf(c.req.raw);
  const counts = await countsOf(desk, batch);
  const [achievement] = await desk.store
    .select({ facts: achievements.facts })
    .from(achievements)
    .where(eq(achievements.id, batch.achievementId));
  const facts = achievement?.facts ?? null;
  const ownPage = `${desk.origin}/me`;
  const [revocation = null] = await revocationsOfBatch(desk, batch);
  const isRevoked = revocation?.state === 'confirmed';
  const progress = isRevoked ? await revocationProgress(desk, batch, revocation.id) : null;
  const isBusy = counts.queued > 0 || (progress !== null && progress.done < progress.parts);
  const isDone = counts.queued === 0;
  const isToBeTold = isDone && !isRevoked && counts.accepted + counts.open > 0;
  const canAward = mayAwardAgain(member, batch);
  return deskPage({
    title: batch.label === '' ? reader.messages.message('batches-title-one') : batch.label,
    path: deskPath(member.issuer, `/batches/${batch.id}`),
    reader,
    session: holder,
    member,
    section: 'batches',
    ...(isBusy ? { refreshSeconds: REFRESH_SECONDS } : {}),
    children: (
      <BatchPage
        batch={batch}
        achievement={facts}
        counts={counts}
        refused={isDone && counts.refused > 0 ? await refusedRows(desk, batch) : []}
        texts={
          isToBeTold && facts !== null
            ? await shareTexts(desk, facts, batch.terms.language, ownPage)
            : null
        }
        ownPage={ownPage}
        canAward={canAward}
        canRevoke={member.scopes.has('awards:revoke')}
        revocation={revocation}
        progress={progress}
        certificates={await certificateProgress(desk, batch)}
        awarded={isToBeTold && canAward ? batch.size - counts.refused : 0}
        reader={reader}
      />
    ),
  });
});

batchPages.get('/:id/failed-rows', async (c) => {
  const { desk, member } = c.var;
  const batch = await findBatch(desk, member, c.req.param('id'));
  if (batch === null) return refuseMember(c, UNKNOWN, '/batches');
  return failedCsvResponse(desk, batch, readerOf(c.req.raw).messages);
});

/** In a file of its own: ten thousand names would weigh on a page that is looked at on a phone. */
batchPages.get('/:id/share', requireAwarding('awards:write'), async (c) => {
  const { desk, member } = c.var;
  const batch = await findBatch(desk, member, c.req.param('id'), 'awards:write');
  if (batch === null) return refuseMember(c, UNKNOWN, '/batches');
  return new Response(massMessageList(await namesAwarded(desk, batch)), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="massmessage-${batch.id}.txt"`,
      'cache-control': 'no-store',
    },
  });
});

batchPages.post('/:id/failed-rows', requireAwarding('awards:write'), async (c) => {
  const { desk, member } = c.var;
  const batch = await findBatch(desk, member, c.req.param('id'), 'awards:write');
  if (batch === null) return refuseMember(c, UNKNOWN, '/batches');
  const reader = readerOf(c.req.raw);
  const rows = await refusedRows(desk, batch);
  const begun = await beginFailedSheet(desk, member, batch, rows, reader.messages);
  if (!begun.ok) return refuseMember(c, begun.failure, `/batches/${batch.id}`);
  return c.redirect(linkTo(sheetPath({ issuer: member.issuer, id: begun.value }), reader), 303);
});

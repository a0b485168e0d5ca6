import {
  MAX_SHEET_REQUEST_BYTES,
  ReadingRequest,
  RowsRequest,
  SheetAwardRequest,
  SheetRequest,
  SheetTermsRequest,
} from '@laurel/contracts/sheet-requests';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { readJson } from '@laurel/http/read-json';
import { deskIssuers } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import type { Actor } from '../acting/actor.ts';
import { actorForIssuer, actorForThing, orAsTrainer } from '../api/actor.ts';
import {
  batchAccepted,
  onlyAllowing,
  privateJson,
  privateJsonAt,
  refusal,
} from '../api/respond.ts';
import type { DeskApp, DeskContext } from '../app-context.ts';
import { givenTerms } from '../awarding/terms.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { awardSheet, endSheet } from './award-sheet.ts';
import { findSheet, issuerOfSheet } from './find-sheet.ts';
import { fixNames } from './fix-names.ts';
import { giveSheet } from './give-sheet.ts';
import { listRows, PILES } from './list-rows.ts';
import { listSheets } from './list-sheets.ts';
import { readAnew } from './read-anew.ts';
import { type SaidOfRow, sayOfRows } from './say-of-rows.ts';
import { setTerms } from './set-terms.ts';
import type { DeskSheet } from './sheet-values.ts';
import { tallyOf } from './tally.ts';

const MAX_REQUEST_BYTES = 64 * 1024;

/** The API of lists of people on their way to a batch. */
export const sheetApi = new Hono<DeskApp>();

sheetApi.get('/issuers/:slug/sheets', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:write', orAsTrainer);
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const { sheets, total } = await listSheets(desk, actor.value, page);
  const pages = pagesIn(total);
  return privateJson({ page, pages, total, sheets: sheets.map(faceOf) });
});

sheetApi.post('/issuers/:slug/sheets', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:write', orAsTrainer);
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, SheetRequest, MAX_SHEET_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { label = '' } = request.value;
  const given = 'text' in request.value ? request.value.text : bytesOf(request.value.file);
  const begun = await giveSheet(desk, actor.value, given, label);
  if (!begun.ok) return refusal(c, begun.failure);
  const url = `${desk.origin}/api/v1/sheets/${begun.value}`;
  return privateJsonAt(201, url, { sheet: begun.value });
});

sheetApi.get('/sheets/:id', async (c) => {
  const found = await sheetOfCaller(c);
  if (!found.ok) return refusal(c, found.failure);
  const { sheet, organizer } = found.value;
  return privateJson({ ...faceOf(sheet), tally: await tallyOf(c.var.desk, sheet, organizer) });
});

sheetApi.delete('/sheets/:id', async (c) => {
  const found = await sheetOfCaller(c);
  if (!found.ok) return refusal(c, found.failure);
  const { sheet, organizer } = found.value;
  await endSheet(c.var.desk, { accountId: organizer }, sheet);
  return new Response(null, { status: 204 });
});

sheetApi.get('/sheets/:id/rows', async (c) => {
  const found = await sheetOfCaller(c);
  if (!found.ok) return refusal(c, found.failure);
  const pile = PILES.find((one) => one === (c.req.query('pile') ?? 'ready'));
  if (pile === undefined) {
    const detail = `One of ${PILES.join(', ')}.`;
    return refusal(c, { reason: 'request_invalid', issues: [{ pointer: '/pile', detail }] });
  }
  const page = pageAsked(c.req.raw);
  const { sheet, organizer } = found.value;
  const { rows, total } = await listRows(c.var.desk, sheet, organizer, pile, page);
  const told = rows.map(({ sheetId: _, repeats, ...row }) => ({ ...row, repeats }));
  const pages = pagesIn(total);
  return privateJson({ page, pages, total, rows: told });
});

sheetApi.patch('/sheets/:id/rows', async (c) => {
  const { desk } = c.var;
  const found = await sheetOfCaller(c);
  if (!found.ok) return refusal(c, found.failure);
  const request = await readJson(c.req.raw, RowsRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { sheet, organizer } = found.value;
  const fixes = request.value.rows.flatMap(({ row, username }) =>
    username === undefined ? [] : [{ row, username }],
  );
  const fixed = await fixNames(desk, sheet, fixes);
  if (!fixed.ok) return refusal(c, fixed.failure);
  const said = request.value.rows.map(
    ({ row, attended, confirmed }): SaidOfRow => ({
      row,
      ...(attended === undefined ? {} : { attended }),
      ...(confirmed === undefined ? {} : { confirmed }),
    }),
  );
  await sayOfRows(desk, sheet, said);
  return privateJson({ ...faceOf(sheet), tally: await tallyOf(desk, sheet, organizer) });
});

sheetApi.put('/sheets/:id/reading', async (c) => {
  const found = await sheetOfCaller(c);
  if (!found.ok) return refusal(c, found.failure);
  const request = await readJson(c.req.raw, ReadingRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const read = await readAnew(c.var.desk, found.value.sheet, request.value);
  return read.ok ? new Response(null, { status: 204 }) : refusal(c, read.failure);
});

sheetApi.put('/sheets/:id/terms', async (c) => {
  const { desk } = c.var;
  const found = await sheetOfCaller(c);
  if (!found.ok) return refusal(c, found.failure);
  const request = await readJson(c.req.raw, SheetTermsRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { actor, sheet } = found.value;
  const { achievement, label = sheet.label, ...given } = request.value;
  const [issuer] = await desk.store
    .select({ demonstration: deskIssuers.demonstration })
    .from(deskIssuers)
    .where(eq(deskIssuers.slug, sheet.issuer));
  const demonstration = issuer?.demonstration ?? false;
  const terms = { achievement, label, terms: givenTerms(given) };
  const set = await setTerms(desk, actor, sheet, { demonstration }, terms);
  return set.ok ? new Response(null, { status: 204 }) : refusal(c, set.failure);
});

/** A list that was awarded already gives its batch again: the list itself is gone by then. */
sheetApi.post('/issuers/:slug/sheets/:id/award', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:write', orAsTrainer);
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, SheetAwardRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const consentDeclared = request.value.consentDeclared === true;
  const batch = await awardSheet(desk, actor.value, c.req.param('id'), { consentDeclared });
  return batch.ok ? batchAccepted(desk.origin, batch.value) : refusal(c, batch.failure);
});

sheetApi.all('/issuers/:slug/sheets', onlyAllowing('GET', 'POST'));
sheetApi.all('/sheets/:id', onlyAllowing('GET', 'DELETE'));
sheetApi.all('/sheets/:id/rows', onlyAllowing('GET', 'PATCH'));
sheetApi.all('/sheets/:id/reading', onlyAllowing('PUT'));
sheetApi.all('/sheets/:id/terms', onlyAllowing('PUT'));
sheetApi.all('/issuers/:slug/sheets/:id/award', onlyAllowing('POST'));

/** A list with the account that asks for it. */
async function sheetOfCaller(
  c: DeskContext,
): Promise<
  Result<{ readonly actor: Actor; readonly sheet: DeskSheet; readonly organizer: string }, Failure>
> {
  const { desk } = c.var;
  const id = c.req.param('id') ?? '';
  const actor = await actorForThing(
    c,
    'awards:write',
    () => issuerOfSheet(desk, id),
    { reason: 'sheet_unknown' },
    orAsTrainer,
  );
  if (!actor.ok) return actor;
  const sheet = await findSheet(desk, actor.value, id);
  return sheet.ok
    ? ok({ actor: actor.value, sheet: sheet.value, organizer: actor.value.accountId })
    : sheet;
}

/** What a program is told of a list, without its rows. */
function faceOf(sheet: DeskSheet) {
  const { id, label, size, source, columns, reading, achievementSlug, terms } = sheet;
  const endsAt = new Date(sheet.endsAtSeconds * 1000).toISOString();
  return { sheet: id, label, size, source, columns, reading, achievementSlug, terms, endsAt };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

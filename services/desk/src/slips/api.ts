import {
  SlipConfirmation,
  SlipPeopleRequest,
  SlipSheetRequest,
} from '@laurel/contracts/slip-requests';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { readJson } from '@laurel/http/read-json';
import { deskIssuers, slips } from '@laurel/store/private/desk';
import { asc, eq } from 'drizzle-orm';
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
import { confirmSlips } from './confirm-slips.ts';
import { endSlips } from './end-slips.ts';
import { findLiveSheet, findSlipSheet, issuerOfSlipSheet, listSlipSheets } from './find-sheets.ts';
import { listPeople, SHOWN_STATES } from './list-people.ts';
import { makeSlips } from './make-slips.ts';
import { refuseSlips } from './refuse-slips.ts';
import type { TalliedSheet } from './slip-values.ts';
import { slipsPdf } from './slips-pdf.ts';

const MAX_REQUEST_BYTES = 64 * 1024;

/** The API of slips. */
export const slipApi = new Hono<DeskApp>();

slipApi.get('/issuers/:slug/slips', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:write', orAsTrainer);
  if (!actor.ok) return refusal(c, actor.failure);
  const page = pageAsked(c.req.raw);
  const { sheets, total } = await listSlipSheets(desk, actor.value, page);
  const pages = pagesIn(total);
  return privateJson({ page, pages, total, sheets: sheets.map(faceOf) });
});

slipApi.post('/issuers/:slug/slips', async (c) => {
  const { desk } = c.var;
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:write', orAsTrainer);
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, SlipSheetRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { achievement, label, size, ...given } = request.value;
  const [issuer] = await desk.store
    .select({ kind: deskIssuers.kind, demonstration: deskIssuers.demonstration })
    .from(deskIssuers)
    .where(eq(deskIssuers.slug, actor.value.issuer));
  if (issuer === undefined) return refusal(c, { reason: 'desk_unknown' });
  const order = { achievement, label, size, terms: givenTerms(given) };
  const made = await makeSlips(desk, actor.value, issuer, order);
  if (!made.ok) return refusal(c, made.failure);
  return privateJsonAt(201, `${desk.origin}/api/v1/slips/${made.value}`, { sheet: made.value });
});

slipApi.get('/slips/:id', async (c) => {
  const { desk } = c.var;
  const found = await sheetOfCaller(c, findSlipSheet);
  if (!found.ok) return refusal(c, found.failure);
  const { sheet } = found.value;
  const codes = sheet.ended
    ? []
    : await desk.store
        .select({ number: slips.number, code: slips.code, state: slips.state })
        .from(slips)
        .where(eq(slips.sheetId, sheet.id))
        .orderBy(asc(slips.number));
  const told = codes.map((slip) => ({ ...slip, url: `${desk.origin}/claim/${slip.code}` }));
  return privateJson({ ...faceOf(sheet), slips: told });
});

slipApi.get('/slips/:id/print.pdf', async (c) => {
  const found = await sheetOfCaller(c, findLiveSheet);
  if (!found.ok) return refusal(c, found.failure);
  const pdf = await slipsPdf(c.var.desk, found.value.sheet, c.req.raw);
  return pdf.ok ? pdf.value : refusal(c, pdf.failure);
});

/** Ends a sheet before its time. */
slipApi.delete('/slips/:id', async (c) => {
  const found = await sheetOfCaller(c, findLiveSheet);
  if (!found.ok) return refusal(c, found.failure);
  await endSlips(c.var.desk, found.value.actor, found.value.sheet);
  return new Response(null, { status: 204 });
});

slipApi.get('/slips/:id/people', async (c) => {
  const found = await sheetOfCaller(c, findLiveSheet);
  if (!found.ok) return refusal(c, found.failure);
  const { sheet } = found.value;
  const state = SHOWN_STATES.find((one) => one === (c.req.query('state') ?? 'presented'));
  if (state === undefined) {
    const detail = `One of ${SHOWN_STATES.join(', ')}.`;
    return refusal(c, { reason: 'request_invalid', issues: [{ pointer: '/state', detail }] });
  }
  const page = pageAsked(c.req.raw);
  const total = sheet.tally[state];
  const people = await listPeople(c.var.desk, sheet, state, page);
  const told = people.map(({ presentedAtSeconds, ...person }) => ({
    ...person,
    presentedAt: moment(presentedAtSeconds),
  }));
  return privateJson({ page, pages: pagesIn(total), total, people: told });
});

slipApi.patch('/slips/:id/people', async (c) => {
  const { desk } = c.var;
  const found = await sheetOfCaller(c, findLiveSheet);
  if (!found.ok) return refusal(c, found.failure);
  const request = await readJson(c.req.raw, SlipPeopleRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { actor, sheet } = found.value;
  const settled = await refuseSlips(desk, actor, sheet, request.value.people);
  if (!settled.ok) return refusal(c, settled.failure);
  const now = await findSlipSheet(desk, actor, sheet.id);
  return now.ok ? privateJson(faceOf(now.value)) : refusal(c, now.failure);
});

slipApi.post('/slips/:id/confirm', async (c) => {
  const { desk } = c.var;
  const found = await sheetOfCaller(c, findLiveSheet);
  if (!found.ok) return refusal(c, found.failure);
  const request = await readJson(c.req.raw, SlipConfirmation, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const which = 'numbers' in request.value ? request.value.numbers : 'everybody';
  const { actor, sheet } = found.value;
  const batch = await confirmSlips(desk, actor, sheet, which);
  return batch.ok ? batchAccepted(desk.origin, batch.value) : refusal(c, batch.failure);
});

slipApi.all('/issuers/:slug/slips', onlyAllowing('GET', 'POST'));
slipApi.all('/slips/:id', onlyAllowing('GET', 'DELETE'));
slipApi.all('/slips/:id/print.pdf', onlyAllowing('GET'));
slipApi.all('/slips/:id/people', onlyAllowing('GET', 'PATCH'));
slipApi.all('/slips/:id/confirm', onlyAllowing('POST'));

async function sheetOfCaller(
  c: DeskContext,
  find: typeof findSlipSheet,
): Promise<Result<{ readonly actor: Actor; readonly sheet: TalliedSheet }, Failure>> {
  const { desk } = c.var;
  const id = c.req.param('id') ?? '';
  const actor = await actorForThing(
    c,
    'awards:write',
    () => issuerOfSlipSheet(desk, id),
    { reason: 'slip_sheet_unknown' },
    orAsTrainer,
  );
  if (!actor.ok) return actor;
  const sheet = await find(desk, actor.value, id);
  return sheet.ok ? ok({ actor: actor.value, sheet: sheet.value }) : sheet;
}

/** What a program is told of a sheet, without its codes. */
function faceOf({ id, label, size, achievementSlug, terms, tally, ended, ...sheet }: TalliedSheet) {
  const { consent: _, ...agreed } = terms;
  return {
    sheet: id,
    label,
    size,
    achievement: achievementSlug,
    terms: agreed,
    tally,
    ended,
    endsAt: moment(sheet.endsAtSeconds),
  };
}

function moment(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

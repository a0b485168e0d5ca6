import {
  Acceptance,
  AdminRequest,
  Declining,
  StewardRequest,
} from '@laurel/contracts/steward-requests';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { applicationJson } from '../applications/application-json.ts';
import { keyApi } from '../keys/api.ts';
import { findAccount } from '../members/find-account.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { applicationToReview, listApplications, REVIEWED_STATES } from './applications.ts';
import { appointSteward, endSteward, listStewards } from './appoint.ts';
import { acceptApplication, refuseApplication } from './decide.ts';
import { forSteward, idIn } from './for-steward.ts';
import { peopleOf } from './people-of.ts';
import { appointAdmin, issuersWithoutAdmin } from './without-admin.ts';

const MAX_REQUEST_BYTES = 16 * 1024;

/** The API of the review of issuers, by session. For everybody but stewards there is none of it. */
export const stewardApi = new Hono<DeskApp>();

const api = new Hono<DeskApp>();

api.get(
  '/',
  forSteward(async (c) => {
    const stewards = (await listStewards(c.var.desk)).map(
      ({ accountId, username, endsAtSeconds }) => ({
        account: accountId,
        username,
        endsAt: endsAtSeconds === null ? null : new Date(endsAtSeconds * 1000).toISOString(),
      }),
    );
    return privateJson({ stewards });
  }),
);

api.post(
  '/',
  forSteward(async (c, steward) => {
    const { desk } = c.var;
    const request = await readJson(c.req.raw, StewardRequest, MAX_REQUEST_BYTES);
    if (!request.ok) return refusal(c, request.failure);
    const account = await findAccount(desk, request.value.username);
    if (!account.ok) return refusal(c, account.failure);
    const { days } = request.value;
    const appointed = await appointSteward(desk, steward.accountId, account.value, days);
    return appointed.ok ? new Response(null, { status: 204 }) : refusal(c, appointed.failure);
  }),
);

api.get(
  '/applications',
  forSteward(async (c) => {
    const asked = c.req.query('state');
    const state = REVIEWED_STATES.find((one) => one === asked) ?? 'waiting';
    const page = pageAsked(c.req.raw);
    const { applications, total } = await listApplications(c.var.desk, state, page);
    const pages = pagesIn(total);
    return privateJson({ page, pages, total, applications: applications.map(applicationJson) });
  }),
);

api.get(
  '/applications/:id',
  forSteward(async (c) => {
    const application = await applicationToReview(c.var.desk, idIn(c));
    if (application === null) return refusal(c, { reason: 'page_unknown' });
    const people = (await peopleOf(c.var.desk, application)).map(({ accountId, ...facts }) => ({
      account: accountId,
      ...facts,
    }));
    return privateJson({ ...applicationJson(application), people });
  }),
);

api.post(
  '/applications/:id/accept',
  forSteward(async (c, steward) => {
    const { desk } = c.var;
    const request = await readJson(c.req.raw, Acceptance, MAX_REQUEST_BYTES);
    if (!request.ok) return refusal(c, request.failure);
    const id = idIn(c);
    const accepted = await acceptApplication(desk, steward.accountId, id, request.value);
    return accepted.ok
      ? privateJson({ issuer: accepted.value.slug })
      : refusal(c, accepted.failure);
  }),
);

api.post(
  '/applications/:id/decline',
  forSteward(async (c, steward) => {
    const { desk } = c.var;
    const request = await readJson(c.req.raw, Declining, MAX_REQUEST_BYTES);
    if (!request.ok) return refusal(c, request.failure);
    const { answer } = request.value;
    const declined = await refuseApplication(desk, steward.accountId, idIn(c), answer);
    return declined.ok ? new Response(null, { status: 204 }) : refusal(c, declined.failure);
  }),
);

api.get(
  '/issuers',
  forSteward(async (c) => {
    const page = pageAsked(c.req.raw);
    const { issuers, total } = await issuersWithoutAdmin(c.var.desk, page);
    const told = issuers.map(({ slug, names }) => ({ issuer: slug, names }));
    return privateJson({ page, pages: pagesIn(total), total, issuers: told });
  }),
);

api.post(
  '/issuers/:slug/grants',
  forSteward(async (c, steward) => {
    const { desk } = c.var;
    const request = await readJson(c.req.raw, AdminRequest, MAX_REQUEST_BYTES);
    if (!request.ok) return refusal(c, request.failure);
    const account = await findAccount(desk, request.value.username);
    if (!account.ok) return refusal(c, account.failure);
    const slug = c.req.param('slug') ?? '';
    const appointed = await appointAdmin(desk, steward.accountId, slug, account.value);
    return appointed.ok ? new Response(null, { status: 204 }) : refusal(c, appointed.failure);
  }),
);

api.delete(
  '/:id',
  forSteward(async (c, steward) => {
    const { desk } = c.var;
    const ended = await endSteward(desk, steward.accountId, idIn(c));
    return ended ? new Response(null, { status: 204 }) : refusal(c, { reason: 'page_unknown' });
  }),
);

api.all('/', forSteward(onlyAllowing('GET', 'POST')));
api.all('/applications', forSteward(onlyAllowing('GET')));
api.all('/applications/:id', forSteward(onlyAllowing('GET')));
api.all('/applications/:id/accept', forSteward(onlyAllowing('POST')));
api.all('/applications/:id/decline', forSteward(onlyAllowing('POST')));
api.all('/issuers', forSteward(onlyAllowing('GET')));
api.all('/issuers/:slug/grants', forSteward(onlyAllowing('POST')));
api.all('/:id', forSteward(onlyAllowing('DELETE')));

stewardApi.route('/stewards/keys', keyApi);
stewardApi.route('/stewards', api);

import { Hono } from 'hono';
import { achievementApi } from '../achievements/api.ts';
import type { DeskApp } from '../app-context.ts';
import { auditApi } from '../audit/api.ts';
import { awardApi } from '../awards/api.ts';
import { batchApi } from '../batches/api.ts';
import { calendarApi } from '../calendar/api.ts';
import { figureApi } from '../figures/api.ts';
import { handOverApi } from '../hand-overs/api.ts';
import { importApi } from '../imports/api.ts';
import { invitationApi } from '../invitations/api.ts';
import { issuerApi } from '../issuers/api.ts';
import { leavingApi } from '../leaving/api.ts';
import { mapApi } from '../maps/api.ts';
import { memberApi } from '../members/api.ts';
import { mentoringApi } from '../mentoring/api.ts';
import { nominationApi } from '../nominations/api.ts';
import { referenceRoutes } from '../reference/routes.tsx';
import { termApi } from '../role-terms/api.ts';
import { seatApi } from '../seats/api.ts';
import { shareOutApi } from '../share-outs/api.ts';
import { sheetApi } from '../sheets/api.ts';
import { signatoryApi } from '../signatories/api.ts';
import { slipApi } from '../slips/api.ts';
import { stewardApi } from '../stewards/api.ts';
import { thanksApi } from '../thanks/api.ts';
import { tokenApi } from '../tokens/api.ts';
import { trainerApi } from '../trainers/api.ts';
import { webhookApi } from '../webhooks/api.ts';
import { awardingApi } from './awards.ts';

/** The JSON API, under `/api/v1`: whatever pages can do. */
export const apiRoutes = new Hono<DeskApp>();

for (const part of [
  awardingApi,
  issuerApi,
  memberApi,
  signatoryApi,
  stewardApi,
  achievementApi,
  invitationApi,
  trainerApi,
  shareOutApi,
  mapApi,
  sheetApi,
  batchApi,
  slipApi,
  nominationApi,
  mentoringApi,
  importApi,
  awardApi,
  termApi,
  calendarApi,
  leavingApi,
  handOverApi,
  thanksApi,
  seatApi,
  figureApi,
  auditApi,
  tokenApi,
  webhookApi,
  referenceRoutes,
]) {
  apiRoutes.route('/', part);
}

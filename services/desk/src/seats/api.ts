import { SeatsRequest } from '@laurel/contracts/issuer-requests';
import { lastDayOf } from '@laurel/core/open-seat';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import { actorForIssuer } from '../api/actor.ts';
import { onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp } from '../app-context.ts';
import { issuersSeats } from './seats.ts';
import { showSeats } from './show-seats.ts';

const MAX_REQUEST_BYTES = 1_024;

/** The API of the roles of an issuer that end soon. */
export const seatApi = new Hono<DeskApp>();

seatApi.get('/issuers/:slug/seats', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'awards:read');
  if (!actor.ok) return refusal(c, actor.failure);
  const { isPublic, seats } = await issuersSeats(c.var.desk, actor.value.issuer);
  return privateJson({
    public: isPublic,
    seats: seats.map(({ slug, month, seats: open }) => ({
      achievement: slug,
      endsBy: lastDayOf(month),
      seats: open,
    })),
  });
});

seatApi.put('/issuers/:slug/seats', async (c) => {
  const actor = await actorForIssuer(c, c.req.param('slug'), 'issuer:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, SeatsRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  await showSeats(c.var.desk, actor.value, request.value.public);
  return new Response(null, { status: 204 });
});

seatApi.all('/issuers/:slug/seats', onlyAllowing('GET', 'PUT'));

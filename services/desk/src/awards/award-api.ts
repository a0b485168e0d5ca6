import { CorrectionRequest } from '@laurel/contracts/correction-request';
import { RevocationRequest } from '@laurel/contracts/revocation-request';
import { SuspensionRequest } from '@laurel/contracts/suspension-request';
import type { Failure } from '@laurel/core/failure';
import type { TokenScope } from '@laurel/core/issuer';
import type { Result } from '@laurel/core/result';
import { readJson } from '@laurel/http/read-json';
import { Hono } from 'hono';
import type { Actor } from '../acting/actor.ts';
import { batchAccepted, onlyAllowing, privateJson, refusal } from '../api/respond.ts';
import type { DeskApp, DeskContext } from '../app-context.ts';
import { correctAward } from '../awarding/correct-award.ts';
import { cancelAward, revokeAward } from '../awarding/end-award.ts';
import { offerAgain } from '../awarding/offer-again.ts';
import { liftSuspension, suspendAward } from '../awarding/suspend-award.ts';
import type { Desk } from '../env.ts';
import { actorForAward } from './actor-for-award.ts';
import { awardAsTold } from './award-as-told.ts';
import { findIssuersAward } from './find-award.ts';

const MAX_REASON_BYTES = 1_024;
const MAX_CORRECTION_BYTES = 16 * 1024;

/** The API of one award. */
export const singleAwardApi = new Hono<DeskApp>();

singleAwardApi.get('/awards/:id', (c) => act(c, 'awards:read', async () => null));

singleAwardApi.post('/awards/:id/revocation', (c) =>
  act(c, 'awards:revoke', async (desk, actor, id) => {
    const asked = await readJson(c.req.raw, RevocationRequest, MAX_REASON_BYTES);
    return asked.ok ? revokeAward(desk, actor, id, asked.value.reason) : asked;
  }),
);

singleAwardApi.post('/awards/:id/cancellation', (c) => act(c, 'awards:write', cancelAward));

singleAwardApi.post('/awards/:id/suspension', (c) =>
  act(c, 'awards:revoke', async (desk, actor, id) => {
    const asked = await readJson(c.req.raw, SuspensionRequest, MAX_REASON_BYTES);
    return asked.ok ? suspendAward(desk, actor, id, asked.value.reason) : asked;
  }),
);

singleAwardApi.delete('/awards/:id/suspension', (c) => act(c, 'awards:revoke', liftSuspension));

singleAwardApi.post('/awards/:id/correction', async (c) => {
  const { desk } = c.var;
  const actor = await actorForAward(c, 'awards:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const request = await readJson(c.req.raw, CorrectionRequest, MAX_CORRECTION_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const made = await correctAward(desk, actor.value, c.req.param('id'), request.value);
  return made.ok ? batchAccepted(desk.origin, made.value) : refusal(c, made.failure);
});

singleAwardApi.post('/awards/:id/renewal', async (c) => {
  const { desk } = c.var;
  const actor = await actorForAward(c, 'awards:write');
  if (!actor.ok) return refusal(c, actor.failure);
  const made = await offerAgain(desk, actor.value, c.req.param('id'));
  return made.ok ? batchAccepted(desk.origin, made.value) : refusal(c, made.failure);
});

singleAwardApi.all('/awards/:id', onlyAllowing('GET'));
singleAwardApi.all('/awards/:id/revocation', onlyAllowing('POST'));
singleAwardApi.all('/awards/:id/cancellation', onlyAllowing('POST'));
singleAwardApi.all('/awards/:id/suspension', onlyAllowing('POST', 'DELETE'));
singleAwardApi.all('/awards/:id/correction', onlyAllowing('POST'));
singleAwardApi.all('/awards/:id/renewal', onlyAllowing('POST'));

/** Does something about an award, and answers how it stands then. */
async function act(
  c: DeskContext,
  scope: TokenScope,
  work: (desk: Desk, actor: Actor, awardId: string) => Promise<Result<null, Failure> | null>,
): Promise<Response> {
  const { desk } = c.var;
  const id = c.req.param('id') ?? '';
  const actor = await actorForAward(c, scope);
  if (!actor.ok) return refusal(c, actor.failure);
  const done = await work(desk, actor.value, id);
  if (done !== null && !done.ok) return refusal(c, done.failure);
  const award = await findIssuersAward(desk, actor.value, id);
  return award.ok
    ? privateJson(awardAsTold(award.value, desk.nowSeconds))
    : refusal(c, award.failure);
}

import { NominationRequest } from '@laurel/contracts/nomination-requests';
import type { Failure } from '@laurel/core/failure';
import { NOMINATED_KINDS } from '@laurel/core/nomination';
import { ok, type Result, refuse } from '@laurel/core/result';
import { readJson } from '@laurel/http/read-json';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { sessionOfCaller } from '../api/actor.ts';
import { onlyAllowing, privateJson, privateJsonAt, refusal } from '../api/respond.ts';
import type { DeskApp, DeskContext } from '../app-context.ts';
import { findAchievement } from '../awarding/find-achievement.ts';
import { findAccount } from '../members/find-account.ts';
import { pageAsked, pagesIn } from '../page/paging.tsx';
import { countTimes } from '../rate-limits/count-times.ts';
import { NOMINATIONS } from '../rate-limits/limits.ts';
import { nominate } from './nominate.ts';
import { issuerToAsk } from './nominated-achievements.ts';
import { ownNominations, withdrawNomination } from './own-nominations.ts';
import { reviewApi } from './review-api.ts';

const MAX_REQUEST_BYTES = 64 * 1024;

/** The API of nominations: one’s own, by session, and what an issuer’s reviewers do with them. */
export const nominationApi = new Hono<DeskApp>();

nominationApi.get('/nominations', async (c) => {
  const { desk } = c.var;
  const session = await sessionOfCaller(c);
  if (!session.ok) return refusal(c, session.failure);
  const page = pageAsked(c.req.raw);
  const { nominations, total } = await ownNominations(desk, session.value.accountId, page);
  const told = nominations.map(({ id, issuer, achievementSlug, username, state, ...rest }) => ({
    nomination: id,
    issuer,
    achievement: achievementSlug,
    username,
    state,
    answer: rest.answer,
    nominatedAt: new Date(rest.createdAtSeconds * 1000).toISOString(),
    lapsesAt: new Date(rest.lapsesAtSeconds * 1000).toISOString(),
  }));
  return privateJson({ page, pages: pagesIn(total), total, nominations: told });
});

nominationApi.post('/nominations', async (c) => {
  const { desk } = c.var;
  const session = await sessionOfCaller(c);
  if (!session.ok) return refusal(c, session.failure);
  const { accountId } = session.value;
  const request = await readJson(c.req.raw, NominationRequest, MAX_REQUEST_BYTES);
  if (!request.ok) return refusal(c, request.failure);
  const { username, story, evidence, language } = request.value;
  const wanted = await achievementWanted(c, request.value);
  if (!wanted.ok) return refusal(c, wanted.failure);
  const nominee = await findAccount(desk, username);
  if (!nominee.ok) return refusal(c, nominee.failure);
  const counted = await countTimes(c, accountId, [NOMINATIONS]);
  if (!counted.ok) return refusal(c, counted.failure);
  const sent = await nominate(desk, accountId, {
    ...wanted.value,
    nominee: nominee.value,
    story,
    evidence,
    language: language ?? readerOf(c.req.raw).messages.language,
  });
  if (!sent.ok) return refusal(c, sent.failure);
  const made = { nomination: sent.value, username: nominee.value.username };
  return privateJsonAt(201, `${desk.origin}/api/v1/nominations`, made);
});

nominationApi.delete('/nominations/:id', async (c) => {
  const session = await sessionOfCaller(c);
  if (!session.ok) return refusal(c, session.failure);
  const { accountId } = session.value;
  const withdrawn = await withdrawNomination(c.var.desk, accountId, c.req.param('id'));
  return withdrawn.ok ? new Response(null, { status: 204 }) : refusal(c, withdrawn.failure);
});

nominationApi.all('/nominations', onlyAllowing('GET', 'POST'));
nominationApi.all('/nominations/:id', onlyAllowing('DELETE'));
nominationApi.route('/', reviewApi);

/** Where a nomination goes to; refused for what nobody is nominated for. */
async function achievementWanted(
  c: DeskContext,
  { issuer, achievement }: NominationRequest,
): Promise<Result<{ readonly issuer: string; readonly achievementSlug: string }, Failure>> {
  const { desk } = c.var;
  if ((await issuerToAsk(desk, issuer)) === null) {
    return wrong('/issuer', 'There is no such issuer that awards.');
  }
  const found = await findAchievement(desk, issuer, achievement);
  if (found === null) return refuse({ reason: 'achievement_unknown', pointer: '/achievement' });
  const { kind, slug } = found.facts;
  return NOMINATED_KINDS.some((one) => one === kind)
    ? ok({ issuer, achievementSlug: slug })
    : wrong('/achievement', 'Nobody is nominated for a training: it is attended.');
}

function wrong(pointer: string, detail: string) {
  return refuse<Failure>({ reason: 'request_invalid', issues: [{ pointer, detail }] });
}

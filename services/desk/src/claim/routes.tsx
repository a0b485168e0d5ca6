import type { Failure } from '@laurel/core/failure';
import { isId } from '@laurel/core/id';
import { type Reader, readerOf } from '@laurel/http/reader';
import { isolated } from '@laurel/i18n/isolated';
import { htmlResponse } from '@laurel/pages/document';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { awardByClaimCode, canBeAnswered, correctedAward } from '../me/holder-award.ts';
import { nameIn } from '../me/localised.tsx';
import { isMuted, mute } from '../me/muted/muted-issuers.ts';
import { signedInPage } from '../me/signed-in-page.tsx';
import { countRequest } from '../rate-limits/count-request.tsx';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { refuseCrossSite } from '../session/cross-site.ts';
import { onlyMethods } from '../session/only-methods.ts';
import { recogniseSession, type SessionApp } from '../session/signed-in.ts';
import { promisedRecognition } from '../share-outs/promise-note.tsx';
import { trainingPromise } from '../trainers/promise.tsx';
import { BeforeLogin } from './before-login.tsx';
import { ClosedOffer } from './closed-offer.tsx';
import { codeRoutes } from './code-routes.tsx';
import { type Decision, decide } from './decide.ts';
import { MutedOffer } from './muted-offer.tsx';
import { Offer } from './offer.tsx';
import { OtherAccount } from './other-account.tsx';
import { reportRoutes } from './report-routes.tsx';
import { slipRoutes } from './slip-routes.tsx';

/** How a holder meets an award. */
export const claimRoutes = new Hono<SessionApp>();

claimRoutes.use(recogniseSession, refuseCrossSite, countRequest);
claimRoutes.route('/', codeRoutes);
claimRoutes.route('/', slipRoutes);
claimRoutes.route('/', reportRoutes);

/** Changes nothing, as previews and scanners of links open it too. */
claimRoutes.get('/:code', async (c) => {
  const { desk, session } = c.var;
  const code = c.req.param('code');
  const held = await awardByClaimCode(desk, code);
  if (held === null) return refused(c, { reason: 'claim_unknown' }, '/me');

  const reader = readerOf(c.req.raw);
  const path = `/claim/${code}`;
  if (session === null) {
    return htmlResponse(<BeforeLogin issuer={held.issuer} path={path} reader={reader} />, reader);
  }
  const { award, achievement } = held;
  if (award.accountId !== session.accountId) return otherAccount(c, path);
  if (award.state === 'accepted' || award.state === 'revoked') {
    return c.redirect(linkTo(`/me/awards/${award.id}`, reader), 303);
  }
  if (!canBeAnswered(held, desk.nowSeconds)) {
    const { origin, nowSeconds } = desk;
    const next = (asked: Reader) => <ClosedOffer {...{ held, nowSeconds }} reader={asked} />;
    return answerRefusal(c.req.raw, { reason: 'claim_closed' }, { origin, path: '/me', next });
  }
  const muted = await isMuted(desk, session.accountId, award.issuer);
  return signedInPage({
    title: muted
      ? reader.messages.message('claim-muted-title', isolated(nameIn(held.issuer.names, reader)))
      : nameIn(achievement.name, reader, achievement.sourceLanguage),
    path,
    reader,
    session,
    children: muted ? (
      <MutedOffer held={held} reader={reader} />
    ) : (
      <Offer
        held={held}
        before={await correctedAward(desk, held)}
        training={await trainingPromise(desk, held)}
        recognition={await promisedRecognition(desk, held)}
        reader={reader}
      />
    ),
  });
});

claimRoutes.post('/:code/accept', (c) => decided(c, c.req.param('code'), 'accepted'));
claimRoutes.post('/:code/decline', (c) => decided(c, c.req.param('code'), 'declined'));

claimRoutes.post('/:code/mute', async (c) => {
  const { desk, session } = c.var;
  const code = c.req.param('code');
  if (session === null) return refused(c, { reason: 'login_required' }, pathOf(code));
  const held = await awardByClaimCode(desk, code);
  if (held === null) return refused(c, { reason: 'claim_unknown' }, '/me');
  if (held.award.accountId !== session.accountId) return otherAccount(c, pathOf(code));
  await mute(desk, session.accountId, held.award.issuer);
  return c.redirect(linkTo('/me/muted?done=muted', readerOf(c.req.raw)), 303);
});

claimRoutes.all('/:code', (c) => onlyMethods(pathOf(c.req.param('code')), 'GET')(c));
claimRoutes.all('/:code/accept', (c) => onlyMethods(pathOf(c.req.param('code')), 'POST')(c));
claimRoutes.all('/:code/decline', (c) => onlyMethods(pathOf(c.req.param('code')), 'POST')(c));
claimRoutes.all('/:code/mute', (c) => onlyMethods(pathOf(c.req.param('code')), 'POST')(c));

async function decided(
  c: Context<SessionApp>,
  code: string,
  decision: Decision,
): Promise<Response> {
  const { desk, session } = c.var;
  const path = pathOf(code);
  if (session === null) return refused(c, { reason: 'login_required' }, path);
  const answer = await decide(desk, code, session.accountId, decision);
  if (!answer.ok) {
    return answer.failure.reason === 'claim_of_another_account'
      ? otherAccount(c, path)
      : refused(c, answer.failure, '/me');
  }
  const next = decision === 'accepted' ? `/me/awards/${answer.value}` : '/me';
  return c.redirect(linkTo(`${next}?done=${decision}`, readerOf(c.req.raw)), 303);
}

function otherAccount(c: Context<SessionApp>, path: string): Promise<Response> {
  return answerRefusal(
    c.req.raw,
    { reason: 'claim_of_another_account' },
    {
      origin: c.var.desk.origin,
      path,
      next: (reader) => <OtherAccount path={path} reader={reader} />,
    },
  );
}

function refused(c: Context<SessionApp>, failure: Failure, path: string): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path });
}

/** Never an address made of what is not a code. */
function pathOf(code: string): string {
  return isId(code) ? `/claim/${code}` : '/me';
}

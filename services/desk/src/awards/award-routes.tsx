import { REVOCATION_REASONS, SUSPENSION_REASONS } from '@laurel/core/award';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { cancelAward, revokeAward } from '../awarding/end-award.ts';
import { offerAgain } from '../awarding/offer-again.ts';
import { liftSuspension, suspendAward } from '../awarding/suspend-award.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { exceptionInForm } from '../role-terms/exception-in-form.ts';
import { exceptionFor, recordException, standingExceptions } from '../role-terms/exceptions.ts';
import { choiceInForm } from '../session/choice-in-form.ts';
import { readForm } from '../session/read-form.ts';
import { thanksFor } from '../thanks/issuers-thanks.ts';
import { AwardPage } from './award-page.tsx';
import { findIssuersAward } from './find-award.ts';

/** While a correction is being made, the page asks again after this. */
const REFRESH_SECONDS = 3;

/** Words of three bytes a letter, percent-encoded. */
const MAX_EXCEPTION_BYTES = 16 * 1024;

const DONE = ['cancelled', 'revoked', 'suspended', 'lifted', 'corrected', 'excepted'] as const;
type Done = (typeof DONE)[number];

/** One award of an issuer, and what its members do about it. */
export const awardRoutes = new Hono<MemberApp>();

awardRoutes.get('/:id', async (c) => {
  const { desk, member, holder } = c.var;
  const award = await findIssuersAward(desk, member, c.req.param('id'));
  if (!award.ok) return refuseMember(c, award.failure, '/awards');
  const reader = readerOf(c.req.raw);
  const done = DONE.find((one) => one === c.req.query('done'));
  const isBusy = award.value.corrections.some(({ state }) => state === 'queued');
  return deskPage({
    title: reader.messages.message('desk-section-awards'),
    path: deskPath(member.issuer, `/awards/${award.value.id}`),
    reader,
    session: holder,
    member,
    section: 'awards',
    ...(isBusy ? { refreshSeconds: REFRESH_SECONDS } : {}),
    children: (
      <AwardPage
        award={award.value}
        thanks={await thanksFor(desk, member, award.value.id)}
        exceptions={await standingExceptions(desk, member, exceptionFor(award.value))}
        today={dayOf(desk.nowSeconds)}
        member={member}
        done={done === undefined ? null : reader.messages.message(`awards-done-${done}`)}
        reader={reader}
      />
    ),
  });
});

awardRoutes.post('/:id/cancellation', requireScope('awards:write'), async (c) =>
  answered(c, await cancelAward(c.var.desk, c.var.member, c.req.param('id')), 'cancelled'),
);

awardRoutes.post('/:id/renewal', requireScope('awards:write'), async (c) => {
  const { desk, member } = c.var;
  const id = c.req.param('id');
  const offered = await offerAgain(desk, member, id);
  if (!offered.ok) return refuseMember(c, offered.failure, `/awards/${id}`);
  const path = deskPath(member.issuer, `/batches/${offered.value}`);
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
});

awardRoutes.post('/:id/revocation', requireScope('awards:revoke'), async (c) => {
  const { desk, member } = c.var;
  const reason = await choiceInForm(c.req.raw, 'reason', REVOCATION_REASONS);
  const revoked = reason.ok
    ? await revokeAward(desk, member, c.req.param('id'), reason.value)
    : reason;
  return answered(c, revoked, 'revoked');
});

awardRoutes.post('/:id/suspension', requireScope('awards:revoke'), async (c) => {
  const { desk, member } = c.var;
  const reason = await choiceInForm(c.req.raw, 'reason', SUSPENSION_REASONS);
  const suspended = reason.ok
    ? await suspendAward(desk, member, c.req.param('id'), reason.value)
    : reason;
  return answered(c, suspended, 'suspended');
});

awardRoutes.post('/:id/suspension/end', requireScope('awards:revoke'), async (c) =>
  answered(c, await liftSuspension(c.var.desk, c.var.member, c.req.param('id')), 'lifted'),
);

awardRoutes.post('/:id/exceptions', requireScope('issuer:write'), async (c) => {
  const { desk, member } = c.var;
  const form = await readForm(c.req.raw, MAX_EXCEPTION_BYTES);
  if (!form.ok) return answered(c, form, 'excepted');
  const asked = exceptionInForm(form.value);
  const recorded = asked.ok
    ? await recordException(desk, member, c.req.param('id'), asked.value)
    : asked;
  return answered(c, recorded.ok ? ok(null) : recorded, 'excepted');
});

/** Back to the award with what was done, or why it was not. */
async function answered(
  c: Context<MemberApp>,
  result: Result<null, Failure>,
  done: Done,
): Promise<Response> {
  const part = `/awards/${c.req.param('id')}`;
  if (!result.ok) {
    const isUnknown = result.failure.reason === 'award_unknown';
    return refuseMember(c, result.failure, isUnknown ? '/awards' : part);
  }
  const path = deskPath(c.var.member.issuer, `${part}?done=${done}`);
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
}

import type { Failure } from '@laurel/core/failure';
import { isId } from '@laurel/core/id';
import { ok, type Result, refuse } from '@laurel/core/result';
import { prefersHtml } from '@laurel/http/media-type';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import {
  awardByClaimCode,
  canBeAnswered,
  canBeReported,
  type HolderAward,
} from '../me/holder-award.ts';
import { signedInPage } from '../me/signed-in-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { DESK_STYLESHEET } from '../page/stylesheet.ts';
import { reportAward } from '../reports/report-award.ts';
import { ReportForm, reportOf, type TypedReport } from '../reports/report-form.tsx';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { onlyMethods } from '../session/only-methods.ts';
import { readForm } from '../session/read-form.ts';
import type { Session } from '../session/sessions.ts';
import type { SessionApp } from '../session/signed-in.ts';

/** Words of three bytes a letter, percent-encoded. */
const MAX_FORM_BYTES = 32 * 1024;

/** How somebody tells the stewards what is wrong with an award of theirs. */
export const reportRoutes = new Hono<SessionApp>();

reportRoutes.get('/:code/report', async (c) => {
  const reported = await ofCaller(c);
  return reported.ok ? page(c, reported.value) : refused(c, reported.failure);
});

reportRoutes.post('/:code/report', async (c) => {
  const reported = await ofCaller(c);
  if (!reported.ok) return refused(c, reported.failure);
  const { held, session } = reported.value;
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refused(c, form.failure);
  const typed = { reason: form.value.get('reason') ?? '', words: form.value.get('words') ?? '' };
  const reader = readerOf(c.req.raw);
  const report = reportOf(typed, reader);
  if (!('reason' in report)) return page(c, reported.value, typed, report);
  const sent = await reportAward(c.var.desk, session.accountId, held.award.id, report);
  if (sent.ok) return c.redirect(linkTo('/me/reports?done=reported', reader), 303);
  return prefersHtml(c.req.header('accept') ?? null)
    ? page(c, reported.value, typed, NO_MISTAKES, sent.failure)
    : refused(c, sent.failure);
});

reportRoutes.all('/:code/report', onlyMethods('/me', 'GET', 'POST'));

type Reported = { readonly held: HolderAward; readonly session: Session };

/** An award that its holder was shown, also one that they declined or that was taken back; not what is held back or over. */
async function ofCaller(
  c: Context<SessionApp, '/:code/report'>,
): Promise<Result<Reported, Failure>> {
  const { desk, session } = c.var;
  if (session === null) return refuse({ reason: 'login_required' });
  const held = await awardByClaimCode(desk, c.req.param('code'));
  if (held === null) return refuse({ reason: 'claim_unknown' });
  if (held.award.accountId !== session.accountId) {
    return refuse({ reason: 'claim_of_another_account' });
  }
  return canBeReported(held, desk.nowSeconds) || canBeAnswered(held, desk.nowSeconds)
    ? ok({ held, session })
    : refuse({ reason: 'claim_closed' });
}

function page(
  c: Context<SessionApp>,
  { held, session }: Reported,
  typed: TypedReport = { reason: '', words: '' },
  mistakes: Mistakes = NO_MISTAKES,
  failure: Failure | null = null,
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('report-title'),
    path: `/claim/${held.award.claimCode}/report`,
    reader,
    session,
    styles: DESK_STYLESHEET,
    status: statusOfForm(failure, mistakes),
    children: (
      <ReportForm held={held} typed={typed} mistakes={mistakes} failure={failure} reader={reader} />
    ),
  });
}

function refused(c: Context<SessionApp, '/:code/report'>, failure: Failure): Promise<Response> {
  const code = c.req.param('code');
  const path = failure.reason === 'login_required' && isId(code) ? `/claim/${code}/report` : '/me';
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path });
}

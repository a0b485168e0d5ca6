import type { Failure } from '@laurel/core/failure';
import { proseOf } from '@laurel/core/prose';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import type { HolderApp } from '../me/require-session.ts';
import { deskPage } from '../page/desk-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { pageAsked } from '../page/paging.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { answerReport } from '../reports/answer-report.ts';
import { waitingReport, waitingReports } from '../reports/waiting-reports.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { readForm } from '../session/read-form.ts';
import { ReportQueue } from './report-queue.tsx';
import { MAX_REPORT_ANSWER_LENGTH, ReportReview } from './report-review.tsx';

const PATH = '/desk/stewards/reports';

/** An answer of letters of three bytes each, percent-encoded. */
const MAX_FORM_BYTES = 32 * 1024;

/** `/desk/stewards/reports`: what people report about awards that were made to them. */
export const reportPages = new Hono<HolderApp>();

reportPages.get('/', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const page = pageAsked(c.req.raw);
  const { reports, total } = await waitingReports(desk, holder.accountId, page);
  const isDone = c.req.query('done') === 'answered';
  return deskPage({
    title: reader.messages.message('stewards-reports'),
    path: PATH,
    reader,
    session: holder,
    children: <ReportQueue {...{ reports, page, total, isDone, reader }} />,
  });
});

reportPages.get('/:id', (c) => reviewPage(c, '', NO_MISTAKES));

reportPages.post('/:id', async (c) => {
  const { desk, holder } = c.var;
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refused(c, form.failure);
  const reader = readerOf(c.req.raw);
  const answer = proseOf(form.value.get('answer') ?? '');
  if (answer.length > MAX_REPORT_ANSWER_LENGTH) {
    const mistake = reader.messages.message('report-words-long', MAX_REPORT_ANSWER_LENGTH);
    return reviewPage(c, answer, new Map([['answer', mistake]]));
  }
  const answered = await answerReport(desk, holder.accountId, c.req.param('id'), answer);
  return answered.ok
    ? c.redirect(linkTo(`${PATH}?done=answered`, reader), 303)
    : refused(c, answered.failure);
});

async function reviewPage(
  c: Context<HolderApp, '/:id'>,
  answer: string,
  mistakes: Mistakes,
): Promise<Response> {
  const { desk, holder } = c.var;
  const report = await waitingReport(desk, holder.accountId, c.req.param('id'));
  if (report === null) return refused(c, { reason: 'report_unknown' });
  const reader = readerOf(c.req.raw);
  return deskPage({
    title: reader.messages.message('stewards-reports-one'),
    path: `${PATH}/${report.id}`,
    reader,
    session: holder,
    status: statusOfForm(null, mistakes),
    children: <ReportReview report={report} answer={answer} mistakes={mistakes} reader={reader} />,
  });
}

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: PATH });
}

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
import { answerRefusal } from '../session/answer-refusal.tsx';
import { readUpload } from '../session/read-upload.ts';
import { factsAbout } from './contact-facts.ts';
import { decideName } from './decide-name.ts';
import { waitingChange, waitingChanges } from './name-changes.ts';
import { NameQueue } from './name-queue.tsx';
import { MAX_NAME_ANSWER_LENGTH, NameReview } from './name-review.tsx';

const PATH = '/desk/stewards/names';

/** An answer of letters of three bytes each, percent-encoded. */
const MAX_FORM_BYTES = 32 * 1024;

/** `/desk/stewards/names`: wishes to change declared names, and deciding on them. */
export const namePages = new Hono<HolderApp>();

namePages.get('/', async (c) => {
  const reader = readerOf(c.req.raw);
  const page = pageAsked(c.req.raw);
  const { changes, total } = await waitingChanges(c.var.desk, page);
  const isDone = c.req.query('done') === 'decided';
  return deskPage({
    title: reader.messages.message('stewards-names'),
    path: PATH,
    reader,
    session: c.var.holder,
    children: <NameQueue {...{ changes, page, total, isDone, reader }} />,
  });
});

namePages.get('/:id', (c) => reviewPage(c));

namePages.post('/:id', async (c) => {
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refused(c, form.failure);
  const answer = proseOf(String(form.value.get('answer') ?? ''));
  const decision = form.value.get('decision');
  const { message } = readerOf(c.req.raw).messages;
  // Who is refused is owed a word; who gets what they asked for needs none.
  const isAnswered = answer !== '' || decision === 'approved';
  if (
    (decision !== 'approved' && decision !== 'refused') ||
    !isAnswered ||
    answer.length > MAX_NAME_ANSWER_LENGTH
  ) {
    const mistakes = new Map([['answer', message('stewards-names-mistake')]]);
    return reviewPage(c, { answer, mistakes });
  }
  const { desk, holder } = c.var;
  const decided = await decideName(desk, holder.accountId, c.req.param('id'), { decision, answer });
  return decided.ok
    ? c.redirect(linkTo(`${PATH}?done=decided`, readerOf(c.req.raw)), 303)
    : refused(c, decided.failure);
});

type Sent = { readonly answer: string; readonly mistakes: Mistakes };

async function reviewPage(
  c: Context<HolderApp>,
  { answer, mistakes }: Sent = { answer: '', mistakes: NO_MISTAKES },
): Promise<Response> {
  const { desk, holder } = c.var;
  const change = await waitingChange(desk, c.req.param('id') ?? '');
  if (change === null) return refused(c, { reason: 'name_change_decided' });
  const [facts] = await factsAbout(desk, [change]);
  if (facts === undefined) throw new Error('an account was asked about and nothing was said');
  const reader = readerOf(c.req.raw);
  return deskPage({
    title: reader.messages.message('stewards-names-one'),
    path: `${PATH}/${change.id}`,
    reader,
    session: holder,
    status: statusOfForm(null, mistakes),
    children: (
      <NameReview
        change={change}
        facts={facts}
        mayDecide={change.accountId !== holder.accountId}
        answer={answer}
        mistakes={mistakes}
        reader={reader}
      />
    ),
  });
}

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: PATH });
}

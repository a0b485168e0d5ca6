import { Acceptance, Declining } from '@laurel/contracts/steward-requests';
import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import type { HolderApp } from '../me/require-session.ts';
import { deskPage } from '../page/desk-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { readUpload } from '../session/read-upload.ts';
import { applicationToReview, hasPartIn } from './applications.ts';
import { acceptApplication, refuseApplication } from './decide.ts';
import { peopleOf } from './people-of.ts';
import { type DecisionFields, ReviewPage } from './review-page.tsx';

/** An answer of 2,000 letters of three bytes each, percent-encoded. */
const MAX_FORM_BYTES = 32 * 1024;

/** One application, and deciding on it. */
export const reviewPages = new Hono<HolderApp>();

reviewPages.get('/:id', (c) => reviewPage(c, c.req.param('id')));

reviewPages.post('/:id/accept', async (c) => {
  const id = c.req.param('id');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refused(c, form.failure);
  const fields = { kind: textOf(form.value, 'kind'), vouchedBy: textOf(form.value, 'vouchedBy') };
  const given = Acceptance.safeParse(fields);
  if (!given.success) {
    return reviewPage(c, id, { fields, mistakes: mistakesOf(c, given.error.issues) });
  }
  const { desk, holder } = c.var;
  const accepted = await acceptApplication(desk, holder.accountId, id, given.data);
  return accepted.ok ? decided(c, id) : reviewPage(c, id, { fields, failure: accepted.failure });
});

reviewPages.post('/:id/decline', async (c) => {
  const id = c.req.param('id');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refused(c, form.failure);
  const fields = { answer: textOf(form.value, 'answer') };
  const given = Declining.safeParse(fields);
  if (!given.success) {
    return reviewPage(c, id, { fields, mistakes: mistakesOf(c, given.error.issues) });
  }
  const { desk, holder } = c.var;
  const declined = await refuseApplication(desk, holder.accountId, id, given.data.answer);
  return declined.ok ? decided(c, id) : reviewPage(c, id, { fields, failure: declined.failure });
});

type Sent = {
  readonly fields?: Partial<DecisionFields>;
  readonly mistakes?: Mistakes;
  readonly failure?: Failure;
};

async function reviewPage(c: Context<HolderApp>, id: string, sent: Sent = {}): Promise<Response> {
  const { desk, holder } = c.var;
  const { mistakes = NO_MISTAKES, failure = null } = sent;
  const application = await applicationToReview(desk, id);
  if (application === null) return refused(c, { reason: 'page_unknown' });
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const fields: DecisionFields = {
    kind: 'community',
    vouchedBy: message('review-vouched-by-default'),
    answer: '',
    ...sent.fields,
  };
  return deskPage({
    title: message('application-label'),
    path: `/desk/stewards/applications/${id}`,
    reader,
    session: holder,
    status: statusOfForm(failure, mistakes),
    children: (
      <ReviewPage
        application={application}
        people={await peopleOf(desk, application)}
        mayDecide={application.state === 'waiting' && !hasPartIn(application, holder.accountId)}
        fields={fields}
        mistakes={mistakes}
        failure={failure}
        reader={reader}
      />
    ),
  });
}

function decided(c: Context<HolderApp>, id: string): Response {
  return c.redirect(linkTo(`/desk/stewards/applications/${id}`, readerOf(c.req.raw)), 303);
}

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: '/desk/stewards' });
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}

function mistakesOf(
  c: Context<HolderApp>,
  issues: readonly { readonly path: readonly PropertyKey[] }[],
): Mistakes {
  const { message } = readerOf(c.req.raw).messages;
  return new Map(issues.map(({ path }) => [String(path[0]), message('sheets-terms-mistake')]));
}

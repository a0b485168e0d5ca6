import { REVOCATION_REASONS } from '@laurel/core/award';
import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import { statusOf } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { pageAsked } from '../page/paging.tsx';
import { choiceInForm } from '../session/choice-in-form.ts';
import { askRevocation } from './ask-revocation.ts';
import { countsOf, type DeskBatch, findBatch } from './batch-progress.ts';
import { confirmRevocation, withdrawRevocation } from './decide-revocation.ts';
import { revocationsOfBatch, revocationsOfIssuer } from './find-revocations.ts';
import { RevocationList } from './revocation-list.tsx';
import { RevocationPage } from './revocation-page.tsx';

const UNKNOWN = { reason: 'batch_unknown' } as const;

const DONE = ['asked', 'withdrawn'] as const;

/** Revoking a whole batch, by two people. */
export const revocationRoutes = new Hono<MemberApp>();

revocationRoutes.get('/revocations', requireScope('awards:read'), async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const page = pageAsked(c.req.raw);
  const { revocations, total } = await revocationsOfIssuer(desk, member.issuer, page);
  return deskPage({
    title: reader.messages.message('revocations-list-title'),
    path: deskPath(member.issuer, '/batches/revocations'),
    reader,
    session: holder,
    member,
    section: 'batches',
    children: (
      <RevocationList
        issuer={member.issuer}
        revocations={revocations}
        page={page}
        total={total}
        reader={reader}
      />
    ),
  });
});

revocationRoutes.get('/:id/revocations', requireScope('awards:read'), async (c) => {
  const batch = await findBatch(c.var.desk, c.var.member, c.req.param('id'));
  if (batch === null) return refuseMember(c, UNKNOWN, '/batches');
  return revocationPage(c, batch, null);
});

revocationRoutes.post('/:id/revocations', requireScope('awards:revoke'), async (c) => {
  const { desk, member } = c.var;
  const batch = await findBatch(desk, member, c.req.param('id'));
  if (batch === null) return refuseMember(c, UNKNOWN, '/batches');
  const reason = await choiceInForm(c.req.raw, 'reason', REVOCATION_REASONS);
  if (!reason.ok) return revocationPage(c, batch, reason.failure);
  const asked = await askRevocation(desk, member, batch, reason.value);
  return asked.ok
    ? backTo(c, batch, '/revocations?done=asked')
    : revocationPage(c, batch, asked.failure, reason.value);
});

revocationRoutes.post(
  '/:id/revocations/:revocation/confirmation',
  requireScope('awards:revoke'),
  (c) => decided(c, confirmRevocation, ''),
);

revocationRoutes.post('/:id/revocations/:revocation/end', requireScope('awards:revoke'), (c) =>
  decided(c, withdrawRevocation, '/revocations?done=withdrawn'),
);

/** Decides about a request; afterwards the batch itself tells how far its revocation is. */
async function decided(
  c: Context<MemberApp>,
  decide: typeof confirmRevocation,
  next: string,
): Promise<Response> {
  const { desk, member } = c.var;
  const batch = await findBatch(desk, member, c.req.param('id') ?? '');
  if (batch === null) return refuseMember(c, UNKNOWN, '/batches');
  const answer: Result<null, Failure> = await decide(
    desk,
    member,
    batch,
    c.req.param('revocation') ?? '',
  );
  return answer.ok ? backTo(c, batch, next) : revocationPage(c, batch, answer.failure);
}

function backTo(c: Context<MemberApp>, { issuer, id }: DeskBatch, next: string): Response {
  return c.redirect(linkTo(deskPath(issuer, `/batches/${id}${next}`), readerOf(c.req.raw)), 303);
}

async function revocationPage(
  c: Context<MemberApp>,
  batch: DeskBatch,
  failure: Failure | null,
  chosen = '',
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const done = DONE.find((one) => one === c.req.query('done'));
  return deskPage({
    title: reader.messages.message('revocations-title'),
    path: deskPath(member.issuer, `/batches/${batch.id}/revocations`),
    reader,
    session: holder,
    member,
    section: 'batches',
    status: failure === null ? 200 : statusOf(failure.reason),
    children: (
      <RevocationPage
        batch={batch}
        counts={await countsOf(desk, batch)}
        revocations={await revocationsOfBatch(desk, batch)}
        member={member}
        chosen={chosen}
        failure={failure}
        done={done === undefined ? null : reader.messages.message(`revocations-done-${done}`)}
        reader={reader}
      />
    ),
  });
}

import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import { MAX_SIGNATORY_LENGTH } from '@laurel/core/signatory';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import type { Actor } from '../acting/actor.ts';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import type { Desk } from '../env.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readUpload } from '../session/read-upload.ts';
import { listSignatories, seenBy } from './list-signatories.ts';
import {
  type OfferMistake,
  offerOfRows,
  rowsOfForm,
  rowsOfOffer,
  withEmptyRow,
} from './offer-rows.ts';
import { offerToSign, withdrawFromSigning } from './offer-to-sign.ts';
import { putFirst, putOn, takeOff } from './put-on.ts';
import { DONE_HERE, SignatoriesPage, type SignatoriesPageProps } from './signatories-page.tsx';

const MAX_FORM_BYTES = 64 * 1024;

/** Who signs certificates, under an issuer’s desk. */
export const signatoryPages = new Hono<MemberApp>();

signatoryPages.get('/', (c) => signatoriesPage(c, {}));

signatoryPages.post('/own', async (c) => {
  const { desk, member } = c.var;
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/signatories');
  const rows = rowsOfForm(form.value);
  if (form.value.has('add')) return signatoriesPage(c, { rows: withEmptyRow(rows) });
  const { offer, mistakes } = offerOfRows(rows, form.value.get('agree') === 'yes');
  if (offer === null) {
    return signatoriesPage(c, { rows, mistakes: new Map(mistakes.map(saying(c))) });
  }
  const offered = await offerToSign(desk, member, offer);
  return offered.ok ? done(c, 'offered') : signatoriesPage(c, { rows, failure: offered.failure });
});

signatoryPages.post('/own/withdraw', async (c) => {
  await withdrawFromSigning(c.var.desk, c.var.member);
  return done(c, 'withdrawn');
});

signatoryPages.post('/:id/accept', requireScope('issuer:write'), (c) => change(c, putOn, 'on'));
signatoryPages.post('/:id/first', requireScope('issuer:write'), (c) =>
  change(c, putFirst, 'first'),
);
signatoryPages.post('/:id/end', requireScope('issuer:write'), (c) => change(c, takeOff, 'off'));

type Change = (desk: Desk, actor: Actor, id: string) => Promise<Result<null, Failure>>;

async function change(
  c: Context<MemberApp>,
  act: Change,
  what: (typeof DONE_HERE)[number],
): Promise<Response> {
  const changed = await act(c.var.desk, c.var.member, c.req.param('id') ?? '');
  return changed.ok ? done(c, what) : signatoriesPage(c, { failure: changed.failure });
}

function done(c: Context<MemberApp>, what: (typeof DONE_HERE)[number]): Response {
  const path = deskPath(c.var.member.issuer, `/signatories?done=${what}`);
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
}

/** A mistake in the reader’s language. */
function saying(c: Context<MemberApp>) {
  const { message } = readerOf(c.req.raw).messages;
  return ([field, mistake]: OfferMistake): readonly [string, string] => {
    if (mistake === 'language' || mistake === 'twice') {
      return [field, message(`texts-mistake-${mistake}`)];
    }
    return [field, message(`signatories-mistake-${mistake}`, MAX_SIGNATORY_LENGTH)];
  };
}

async function signatoriesPage(
  c: Context<MemberApp>,
  sent: Partial<Pick<SignatoriesPageProps, 'rows' | 'mistakes' | 'failure'>>,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { mistakes = NO_MISTAKES, failure = null } = sent;
  const listed = await listSignatories(desk, member.issuer);
  const own = listed.find(({ accountId }) => accountId === member.accountId);
  const asked = c.req.query('done');
  // Who sent what certificates say already has changed nothing, and nobody decides.
  const isStanding = asked === 'offered' && typeof own?.place === 'number';
  return deskPage({
    title: reader.messages.message('desk-section-signatories'),
    path: deskPath(member.issuer, '/signatories'),
    reader,
    session: holder,
    member,
    section: 'signatories',
    status: statusOfForm(failure, mistakes),
    children: (
      <SignatoriesPage
        member={member}
        listed={seenBy(member, listed)}
        rows={sent.rows ?? rowsOfOffer(own, reader.messages.language)}
        done={isStanding ? null : (DONE_HERE.find((one) => one === asked) ?? null)}
        mistakes={mistakes}
        failure={failure}
        reader={reader}
      />
    ),
  });
}

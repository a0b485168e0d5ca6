import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import { prefersHtml } from '@laurel/http/media-type';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { awardOfCredential } from '@laurel/store/private/held';
import { type Context, Hono } from 'hono';
import type { Desk } from '../../env.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { readForm } from '../../session/read-form.ts';
import { awardPage } from '../award-answer.tsx';
import { acceptedAward, type HolderAward } from '../holder-award.ts';
import type { Done } from '../notice.tsx';
import type { HolderApp } from '../require-session.ts';
import { keepNote, noteFrom } from './note.ts';
import { previewCertificate } from './preview-certificate.ts';
import { type Wish, wishIn } from './wish.ts';

/** Making credentials of an award, and for whom each is. */
export const makingRoutes = new Hono<HolderApp>();

/** Makes a credential. The same form sent twice makes it once: the signer knows it by the request key. */
makingRoutes.post('/awards/:id/credentials', async (c) => {
  const { desk, holder } = c.var;
  const held = await acceptedAward(desk, c.req.param('id'), holder.accountId);
  if (held === null) return unknown(c);
  const form = await readForm(c.req.raw);
  if (!form.ok) return refused(c, held, form.failure, null);
  const wish = wishIn(form.value);
  const made = wish.ok ? await makeCredential(desk, held.award.id, wish.value) : wish;
  if (!made.ok) return refused(c, held, made.failure, form.value);
  const note = noteFrom(form.value.get('note') ?? '');
  if (note !== '') await keepNote(desk, holder.accountId, made.value, note);
  return backTo(c, held.award.id, 'made', made.value);
});

/** The certificate of the same form as a PDF, before it is signed. */
makingRoutes.post('/awards/:id/preview', async (c) => {
  const { desk, holder } = c.var;
  const held = await acceptedAward(desk, c.req.param('id'), holder.accountId);
  if (held === null) return unknown(c);
  const form = await readForm(c.req.raw);
  if (!form.ok) return refused(c, held, form.failure, null);
  const wish = wishIn(form.value);
  const drawn = wish.ok ? await previewCertificate(desk, holder, held, wish.value) : wish;
  if (!drawn.ok) return refused(c, held, drawn.failure, form.value);
  return new Response(drawn.value, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="laurel-preview.pdf"',
      'cache-control': 'private, no-store',
    },
  });
});

/** `note`: for whom it is; empty to forget that. */
makingRoutes.post('/credentials/:id/note', async (c) => {
  const { desk, holder } = c.var;
  const id = c.req.param('id');
  const award = await awardOfCredential(desk.store, id, holder.accountId);
  if (award === null) return unknown(c);
  const form = await readForm(c.req.raw);
  if (!form.ok) return answerRefusal(c.req.raw, form.failure, { origin: desk.origin, path: '/me' });
  await keepNote(desk, holder.accountId, id, noteFrom(form.value.get('note') ?? ''));
  return backTo(c, award.id, 'noted', id);
});

/** Under a key of this award, so that no form can stand for a request of another. */
async function makeCredential(
  { signer }: Desk,
  awardId: string,
  { requestKey, ...wish }: Wish,
): Promise<Result<string, Failure>> {
  const [answer] = await signer.issue([
    { requestKey: `holder:${awardId}:${requestKey}`, awardId, ...wish },
  ]);
  if (answer === undefined) throw new Error('the signer left a request unanswered');
  return answer;
}

/** People get their form back with what was wrong; programs a problem. */
async function refused(
  c: Context<HolderApp>,
  held: HolderAward,
  failure: Failure,
  typed: URLSearchParams | null,
): Promise<Response> {
  const path = `/me/awards/${held.award.id}`;
  return prefersHtml(c.req.header('accept') ?? null) && typed !== null
    ? awardPage(c, held, { failure, typed })
    : answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path });
}

function unknown(c: Context<HolderApp>): Promise<Response> {
  const { origin } = c.var.desk;
  return answerRefusal(c.req.raw, { reason: 'page_unknown' }, { origin, path: '/me' });
}

function backTo(c: Context<HolderApp>, awardId: string, done: Done, credentialId: string) {
  const path = `/me/awards/${awardId}?done=${done}#credential-${credentialId}`;
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
}

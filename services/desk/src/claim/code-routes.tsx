import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { onlyMethods } from '../session/only-methods.ts';
import { readForm } from '../session/read-form.ts';
import type { SessionApp } from '../session/signed-in.ts';
import { readSlipCode } from '../slips/read-code.ts';
import { openPage } from './open-page.tsx';
import { type CodeMistake, claimCodeIn, MAX_TYPED, TypedCode } from './typed-code.tsx';

/** Where codes are typed that stand on paper. Nobody has to be logged in for that. */
export const codeRoutes = new Hono<SessionApp>();

codeRoutes.get('/', (c) => codePage(c, '', null));

codeRoutes.post('/', async (c) => {
  const form = await readForm(c.req.raw);
  if (!form.ok) {
    return answerRefusal(c.req.raw, form.failure, { origin: c.var.desk.origin, path: '/claim' });
  }
  const typed = (form.value.get('code') ?? '').slice(0, MAX_TYPED);
  const code = readSlipCode(typed);
  const claim = code.ok ? code.value : claimCodeIn(typed);
  if (claim === null) return codePage(c, typed, code.ok ? null : code.failure);
  return c.redirect(linkTo(`/claim/${claim}`, readerOf(c.req.raw)), 303);
});

codeRoutes.all('/', onlyMethods('/claim', 'GET', 'POST'));

/** The form, with what was typed. */
export function codePage(
  c: Context<SessionApp>,
  typed: string,
  mistake: CodeMistake | null,
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return openPage({
    title: reader.messages.message('claim-code-title'),
    path: '/claim',
    reader,
    session: c.var.session,
    status: mistake === null ? 200 : 422,
    children: <TypedCode typed={typed} mistake={mistake} reader={reader} />,
  });
}

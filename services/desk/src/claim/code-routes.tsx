import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { onlyMethods } from '../session/only-methods.ts';
import { readForm } from '../session/read-form.ts';
import type { SessionApp } from '../session/signed-in.ts';
import { readSlipCode } from '../slips/read-code.ts';
import { wrongCode } from '../slips/try-code.ts';
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
  if (!code.ok && code.failure === 'mistyped') {
    const tried = await tryMistyped(c);
    if (tried !== null) return tried;
  }
  const claim = code.ok ? code.value : claimCodeIn(typed);
  if (claim === null) return codePage(c, typed, code.ok ? null : code.failure);
  return c.redirect(linkTo(`/claim/${claim}`, readerOf(c.req.raw)), 303);
});

codeRoutes.all('/', onlyMethods('/claim', 'GET', 'POST'));

/**
 * A code whose check digit is wrong is a wrong code like any other, and costs a try where somebody is
 * signed in. Null while there are tries left.
 */
async function tryMistyped(c: Context<SessionApp>): Promise<Response | null> {
  const { desk, session } = c.var;
  if (session === null) return null;
  const { failure } = await wrongCode(desk, session.accountId);
  if (failure.reason === 'slip_unknown') return null;
  return answerRefusal(c.req.raw, failure, { origin: desk.origin, path: '/me' });
}

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

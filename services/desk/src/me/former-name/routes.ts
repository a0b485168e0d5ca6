import type { Failure } from '@laurel/core/failure';
import { isId } from '@laurel/core/id';
import { refuse } from '@laurel/core/result';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { onlyMethods } from '../../session/only-methods.ts';
import { readForm } from '../../session/read-form.ts';
import { chosenIds } from '../choose-credentials.tsx';
import type { HolderApp } from '../require-session.ts';
import { renew } from './renew.ts';

/** Thousands of ids. */
const MAX_FORM_BYTES = 128 * 1024;

/** How certificates that said a former name are made anew. */
export const formerNameRoutes = new Hono<HolderApp>();

formerNameRoutes.post('/renewal', async (c) => {
  const { desk, holder } = c.var;
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  const formKey = form.ok ? (form.value.get('form') ?? '') : '';
  const issues = [{ pointer: '/form', detail: 'Open the form again.' }];
  const made = !form.ok
    ? form
    : isId(formKey)
      ? await renew(desk, holder, formKey, chosenIds(form.value))
      : refuse<Failure>({ reason: 'request_invalid', issues });
  return made.ok
    ? c.redirect(linkTo('/me?done=renewed', readerOf(c.req.raw)), 303)
    : answerRefusal(c.req.raw, made.failure, { origin: desk.origin, path: '/me' });
});
formerNameRoutes.all('/renewal', onlyMethods('/me', 'POST'));

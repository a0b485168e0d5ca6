import type { Failure } from '@laurel/core/failure';
import { statusOf } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import type { HolderApp } from '../me/require-session.ts';
import { deskPage } from '../page/desk-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { readUpload } from '../session/read-upload.ts';
import { textsOfRows, withEmptyRow } from '../texts/text-rows.ts';
import {
  type ApplicationFields,
  applicationFieldsOf,
  emptyFields,
  fieldsOfApplication,
  mistakesOfRefusal,
  requestOfFields,
} from './application-fields.ts';
import { ApplicationForm } from './application-form.tsx';
import { applyAsIssuer } from './apply.ts';
import { proposeSlug } from './free-slug.ts';
import { OwnApplicationPage } from './own-application-page.tsx';
import { ownApplication, withdrawApplication } from './own-applications.ts';

/** Thirty languages with their descriptions in scripts of three bytes a letter. */
const MAX_FORM_BYTES = 160 * 1024;

/** Applying to become an issuer, and what an applicant sees of it. */
export const applicationPages = new Hono<HolderApp>();

applicationPages.get('/apply', async (c) => {
  const { desk, holder } = c.var;
  const language = readerOf(c.req.raw).languages[0] ?? 'en';
  const before = await ownApplication(desk, holder.accountId, c.req.query('again') ?? '');
  const fields = before.ok
    ? fieldsOfApplication(before.value, language)
    : emptyFields(holder.username ?? '', language);
  return applyPage(c, fields, NO_MISTAKES, null);
});

applicationPages.post('/apply', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) {
    return answerRefusal(c.req.raw, form.failure, { origin: desk.origin, path: '/desk/apply' });
  }
  const sent = applicationFieldsOf(form.value);
  const { texts } = textsOfRows(sent.rows);
  const proposed = sent.slug === '' ? await proposeSlug(desk, texts.names) : '';
  const fields = proposed === '' ? sent : { ...sent, slug: proposed };
  if (form.value.has('add')) {
    return applyPage(c, { ...fields, rows: withEmptyRow(fields.rows) }, NO_MISTAKES, null);
  }
  const request = requestOfFields(fields, reader);
  const ofSlug: Mistakes =
    proposed === ''
      ? NO_MISTAKES
      : new Map([['slug', reader.messages.message('apply-slug-proposed')]]);
  if (!('contacts' in request)) {
    return applyPage(c, fields, new Map([...request, ...ofSlug]), null);
  }
  if (proposed !== '') return applyPage(c, fields, ofSlug, null);
  const applied = await applyAsIssuer(desk, holder.accountId, request);
  if (applied.ok) {
    return c.redirect(linkTo(`/desk/applications/${applied.value}`, reader), 303);
  }
  const mistakes = mistakesOfRefusal(applied.failure, reader);
  return mistakes === null
    ? applyPage(c, fields, NO_MISTAKES, applied.failure)
    : applyPage(c, fields, mistakes, null);
});

applicationPages.get('/applications/:id', (c) => applicationPage(c, c.req.param('id'), null));

applicationPages.post('/applications/:id/withdraw', async (c) => {
  const { desk, holder } = c.var;
  const id = c.req.param('id');
  const withdrawn = await withdrawApplication(desk, holder.accountId, id);
  if (!withdrawn.ok) return applicationPage(c, id, withdrawn.failure);
  return c.redirect(linkTo(`/desk/applications/${id}`, readerOf(c.req.raw)), 303);
});

async function applyPage(
  c: Context<HolderApp>,
  fields: ApplicationFields,
  mistakes: Mistakes,
  failure: Failure | null,
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return deskPage({
    title: reader.messages.message('apply-title'),
    path: '/desk/apply',
    reader,
    session: c.var.holder,
    status: statusOfForm(failure, mistakes),
    children: (
      <ApplicationForm fields={fields} mistakes={mistakes} failure={failure} reader={reader} />
    ),
  });
}

async function applicationPage(
  c: Context<HolderApp>,
  id: string,
  failure: Failure | null,
): Promise<Response> {
  const { desk, holder } = c.var;
  const found = await ownApplication(desk, holder.accountId, id);
  if (!found.ok) {
    return answerRefusal(c.req.raw, found.failure, { origin: desk.origin, path: '/desk' });
  }
  const reader = readerOf(c.req.raw);
  return deskPage({
    title: reader.messages.message('application-label'),
    path: `/desk/applications/${id}`,
    reader,
    session: holder,
    status: failure === null ? 200 : statusOf(failure.reason),
    children: <OwnApplicationPage application={found.value} failure={failure} reader={reader} />,
  });
}

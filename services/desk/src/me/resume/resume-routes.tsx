import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { readUpload } from '../../session/read-upload.ts';
import { chosenCredentials } from '../choose-credentials.tsx';
import { ownCredentials } from '../own-credentials.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { ChoosePage, RESUME_PATH } from './choose-page.tsx';
import { EditPage } from './edit-page.tsx';
import { PreviewPage } from './preview-page.tsx';
import { forResume, resumeEntries, resumeLanguages } from './resume-entry.ts';
import { RESUME_FILES, resumeFile } from './resume-file.tsx';
import { showLinks } from './show-links.ts';
import { ADDRESSEE_FIELD, typedResume } from './typed-resume.ts';

/** So many fit on a résumé that anybody reads, and into a letter. */
const MAX_CHOSEN = 20;
/** Of each as many long lines as there may be, in a script of three bytes a letter, each written `%XX`. */
const MAX_FORM_BYTES = 1_048_576;

export const resumeRoutes = new Hono<HolderApp>();

resumeRoutes.get('/', async (c) => {
  const { desk, holder } = c.var;
  const own = forResume(await ownCredentials(desk, holder.accountId));
  const reader = readerOf(c.req.raw);
  return page(c, <ChoosePage own={own} chosen={[]} language={null} reader={reader} />);
});

/** `as`: what becomes of what was chosen and typed. The form carries all of it, as nothing is kept. */
resumeRoutes.post('/', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const sent = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!sent.ok) return refused(c, sent.failure);
  const form = textsOf(sent.value);
  const own = forResume(await ownCredentials(desk, holder.accountId));
  const chosen = chosenCredentials(own, form);
  const language = resumeLanguages(own).find((tag) => tag === form.get('language')) ?? null;
  const entries =
    language === null || chosen.length > MAX_CHOSEN
      ? []
      : await resumeEntries(desk, holder.accountId, chosen, language);
  if (language === null || entries.length === 0) {
    const ids = chosen.map(({ credential }) => credential.credentialId);
    const mistake = reader.messages.message('resume-choose-some', MAX_CHOSEN);
    const choose = { own, chosen: ids, language, mistake, reader };
    return page(c, <ChoosePage {...choose} />, 422);
  }
  const { resume, mistakes } = typedResume(entries, language, form);
  const as = form.get('as') ?? 'edit';
  if (as === 'edit' || mistakes.size > 0) {
    const typedAddressee = form.get(ADDRESSEE_FIELD) ?? '';
    const edit = { resume, typedAddressee, mistakes, reader };
    return page(c, <EditPage {...edit} />, mistakes.size > 0 && as !== 'edit' ? 422 : 200);
  }
  const file = RESUME_FILES.find((one) => one === as);
  if (file === undefined && as !== 'share') {
    return page(c, <PreviewPage resume={resume} reader={reader} />);
  }
  const shown = await showLinks(desk, holder.accountId, resume);
  if (!shown.ok) return refused(c, shown.failure);
  return file === undefined
    ? page(c, <PreviewPage resume={shown.value} reader={reader} />)
    : resumeFile(desk, file, shown.value, reader);
});

function textsOf(form: FormData): URLSearchParams {
  return new URLSearchParams(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

function page(c: Context<HolderApp>, children: Child, status = 200): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('resume-title'),
    path: RESUME_PATH,
    reader,
    session: c.var.holder,
    children,
    status,
  });
}

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: RESUME_PATH });
}

import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { isRecordOf } from '@laurel/store/private/held';
import { type Context, Hono } from 'hono';
import { freshId } from '../../fresh-id.ts';
import { type Mistakes, NO_MISTAKES } from '../../page/fields.tsx';
import { statusOfForm } from '../../page/status-of-form.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { choiceInForm } from '../../session/choice-in-form.ts';
import { onlyMethods } from '../../session/only-methods.ts';
import { readForm } from '../../session/read-form.ts';
import { chosenCredentials } from '../choose-credentials.tsx';
import { filePath } from '../downloads.tsx';
import { mixesDisclosures } from '../mixes-disclosures.ts';
import { ownCredentials } from '../own-credentials.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { choosable } from './choosable.ts';
import { RECORD_FORMATS } from './record-files.tsx';
import { RecordPage } from './record-page.tsx';
import { recordWish, type TypedRecord, typedRecord } from './record-wish.ts';
import { WithdrawRecordPage } from './withdraw-record-page.tsx';

/** Some hundred boxes that are ticked are more than other forms hold: how many may be is told in words. */
const MAX_FORM_BYTES = 65_536;

/** Somebody's learner records. A stranger's is answered as one that never was. */
export const recordRoutes = new Hono<HolderApp>();

recordRoutes.get('/record', (c) => {
  const { language } = readerOf(c.req.raw).messages;
  return recordPage(c, { requestKey: freshId(), title: '', language, chosen: [] });
});

/** Makes a record. The same form sent twice makes it once: the signer knows it by the request key. */
recordRoutes.post('/record', async (c) => {
  const { desk, holder } = c.var;
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refused(c, form.failure);
  const typed = typedRecord(form.value);
  const { messages } = readerOf(c.req.raw);
  const wish = recordWish(typed, holder.accountId, messages);
  if (!wish.ok) return recordPage(c, typed, null, wish.failure);
  const chosen = chosenCredentials(await ownCredentials(desk, holder.accountId), form.value);
  if (mixesDisclosures(chosen) && form.value.get('aware') !== 'yes') {
    return recordPage(c, typed, null, new Map([['aware', messages.message('record-mixed')]]));
  }
  const made = await desk.signer.makeRecord(wish.value);
  return made.ok ? backTo(c, `made#record-${made.value}`) : recordPage(c, typed, made.failure);
});

/** `link`: `on` or `off`. */
recordRoutes.post('/record/:id/link', async (c) => {
  const link = await choiceInForm(c.req.raw, 'link', ['on', 'off'] as const);
  if (!link.ok) return refused(c, link.failure);
  const id = c.req.param('id');
  if (!(await isOwn(c, id))) return refused(c, { reason: 'page_unknown' });
  const { desk, holder } = c.var;
  await desk.signer.setVisible(id, holder.accountId, link.value === 'on');
  return backTo(c, `link_${link.value}#record-${id}`);
});

/** Switches the link on, as the page has said beside the button, and leads to the file. */
recordRoutes.post('/record/:id/download', async (c) => {
  const format = await choiceInForm(c.req.raw, 'format', RECORD_FORMATS);
  if (!format.ok) return refused(c, format.failure);
  const id = c.req.param('id');
  if (!(await isOwn(c, id))) return refused(c, { reason: 'page_unknown' });
  const { desk, holder } = c.var;
  await desk.signer.setVisible(id, holder.accountId, true);
  return c.redirect(linkTo(`${filePath(id, format.value)}?download`, readerOf(c.req.raw)), 303);
});

recordRoutes.get('/record/:id/withdraw', async (c) => {
  const id = c.req.param('id');
  if (!(await isOwn(c, id))) return refused(c, { reason: 'page_unknown' });
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('record-withdraw-title'),
    path: `/me/record/${id}/withdraw`,
    reader,
    session: c.var.holder,
    children: <WithdrawRecordPage recordId={id} reader={reader} />,
  });
});

recordRoutes.post('/record/:id/withdraw', async (c) => {
  const id = c.req.param('id');
  if (!(await isOwn(c, id))) return refused(c, { reason: 'page_unknown' });
  const { desk, holder } = c.var;
  await desk.signer.withdraw(id, holder.accountId);
  return backTo(c, `withdrawn#record-${id}`);
});

recordRoutes.all('/record', onlyMethods('/me', 'GET', 'POST'));
recordRoutes.all('/record/:id/withdraw', onlyMethods('/me', 'GET', 'POST'));
recordRoutes.all('/record/:id/link', onlyMethods('/me', 'POST'));
recordRoutes.all('/record/:id/download', onlyMethods('/me', 'POST'));

async function recordPage(
  c: Context<HolderApp>,
  typed: TypedRecord,
  failure: Failure | null = null,
  mistakes: Mistakes = NO_MISTAKES,
): Promise<Response> {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  const own = await ownCredentials(desk, session.accountId);
  return signedInPage({
    title: reader.messages.message('record-title'),
    path: '/me/record',
    reader,
    session,
    status: statusOfForm(failure, mistakes),
    children: (
      <RecordPage
        own={choosable(own, dayOf(desk.nowSeconds))}
        records={await desk.signer.heldRecords(session.accountId)}
        typed={typed}
        failure={failure}
        mistakes={mistakes}
        origin={desk.origin}
        done={c.req.query('done')}
        reader={reader}
      />
    ),
  });
}

function isOwn(c: Context<HolderApp>, id: string): Promise<boolean> {
  return isRecordOf(c.var.desk.store, id, c.var.holder.accountId);
}

function backTo(c: Context<HolderApp>, done: string): Response {
  return c.redirect(linkTo(`/me/record?done=${done}`, readerOf(c.req.raw)), 303);
}

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: '/me/record' });
}

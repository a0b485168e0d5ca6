import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import type { HolderApp } from '../me/require-session.ts';
import { signedInPage } from '../me/signed-in-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { DESK_STYLESHEET } from '../page/stylesheet.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { onlyMethods } from '../session/only-methods.ts';
import { readForm } from '../session/read-form.ts';
import { endAsEndorser } from './answer.ts';
import { ENDORSER_DONE, EndorsingPage } from './endorsing-page.tsx';
import { muteAsker, mutedBy, unmuteAsker } from './muted-askers.ts';
import { type Ask, asksTo, askTo } from './own-endorsements.ts';
import { write } from './write.ts';
import { textOfFields, type WriteFields, writeFields } from './write-fields.ts';
import { WritePage } from './write-page.tsx';

/** A story in any script, percent-encoded, and more of it than is taken. */
const MAX_FORM_BYTES = 32 * 1024;

/** `/me/endorsing`: what somebody is asked to say of others. */
export const endorsingRoutes = new Hono<HolderApp>();

endorsingRoutes.get('/', async (c) => {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  const [asks, muted] = await Promise.all([
    asksTo(desk, session.accountId),
    mutedBy(desk, session.accountId),
  ]);
  const done = ENDORSER_DONE.find((one) => one === c.req.query('done'));
  return signedInPage({
    title: reader.messages.message('endorsing-title'),
    path: '/me/endorsing',
    reader,
    session,
    styles: DESK_STYLESHEET,
    children: <EndorsingPage asks={asks} muted={muted} done={done} reader={reader} />,
  });
});
endorsingRoutes.all('/', onlyMethods('/me', 'GET'));

endorsingRoutes.post('/show', async (c) => {
  const form = await readForm(c.req.raw);
  if (!form.ok) return refused(c, form.failure);
  const { desk, holder } = c.var;
  await unmuteAsker(desk, holder.accountId, form.value.get('account') ?? '');
  return backTo(c, 'shown');
});
endorsingRoutes.all('/show', onlyMethods('/me/endorsing', 'POST'));

endorsingRoutes.get('/:id', async (c) => {
  const found = await openAsk(c, c.req.param('id'));
  if (found === null) return refused(c, { reason: 'endorsement_unknown' });
  const { behaviour, story, language, disclosure } = found.endorsement;
  // What it says of its writer is theirs to choose, each time.
  const chosen = story === '' ? '' : disclosure;
  return writePage(c, found, { behaviour, story, language, disclosure: chosen });
});

endorsingRoutes.post('/:id', async (c) => {
  const { desk, holder } = c.var;
  const found = await openAsk(c, c.req.param('id'));
  if (found === null) return refused(c, { reason: 'endorsement_unknown' });
  const form = await readForm(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refused(c, form.failure);
  const fields = writeFields(form.value);
  const mayBeNamed = holder.username !== null && !found.mayIncludeMinors;
  const text = textOfFields(fields, mayBeNamed, readerOf(c.req.raw).messages);
  if (!('story' in text)) return writePage(c, found, fields, text);
  const written = await write(desk, holder.accountId, found.endorsement.id, text);
  return written.ok
    ? backTo(c, 'written')
    : writePage(c, found, fields, NO_MISTAKES, written.failure);
});
endorsingRoutes.all('/:id', onlyMethods('/me/endorsing', 'GET', 'POST'));

for (const [act, done] of [
  ['decline', 'declined'],
  ['take-back', 'taken_back'],
] as const) {
  endorsingRoutes.post(`/:id/${act}`, async (c) => {
    await endAsEndorser(c.var.desk, c.var.holder.accountId, c.req.param('id'));
    return backTo(c, done);
  });
  endorsingRoutes.all(`/:id/${act}`, onlyMethods('/me/endorsing', 'POST'));
}

endorsingRoutes.post('/:id/mute', async (c) => {
  await muteAsker(c.var.desk, c.var.holder.accountId, c.req.param('id'));
  return backTo(c, 'muted');
});
endorsingRoutes.all('/:id/mute', onlyMethods('/me/endorsing', 'POST'));

/** One that can be written, or written anew. */
async function openAsk(c: Context<HolderApp>, id: string): Promise<Ask | null> {
  const found = await askTo(c.var.desk, c.var.holder.accountId, id);
  return found === null || found.endorsement.state === 'accepted' ? null : found;
}

function writePage(
  c: Context<HolderApp>,
  ask: Ask,
  fields: WriteFields,
  mistakes: Mistakes = NO_MISTAKES,
  failure: Failure | null = null,
): Response | Promise<Response> {
  const { holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('endorsing-title'),
    path: `/me/endorsing/${ask.endorsement.id}`,
    reader,
    session,
    styles: DESK_STYLESHEET,
    status: statusOfForm(failure, mistakes),
    children: (
      <WritePage
        ask={ask}
        fields={fields}
        mistakes={mistakes}
        failure={failure}
        session={session}
        reader={reader}
      />
    ),
  });
}

function backTo(c: Context<HolderApp>, done: (typeof ENDORSER_DONE)[number]): Response {
  return c.redirect(linkTo(`/me/endorsing?done=${done}`, readerOf(c.req.raw)), 303);
}

function refused(c: Context<HolderApp>, failure: Failure): Promise<Response> {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: '/me/endorsing' });
}

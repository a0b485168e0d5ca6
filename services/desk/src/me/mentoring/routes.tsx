import { withAsciiDigits } from '@laurel/core/ascii-digits';
import type { Failure } from '@laurel/core/failure';
import { MAX_MENTEES } from '@laurel/core/mentoring';
import type { Result } from '@laurel/core/result';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { confirmAsk, declineAsk } from '../../mentoring/answer-ask.ts';
import { endMentorship, nameMentee, takeBack } from '../../mentoring/leave.ts';
import { loadOf, setLimit } from '../../mentoring/load.ts';
import { mutedBy, mutePerson, unmutePerson } from '../../mentoring/muted-people.ts';
import { asksTo, ownMentorships } from '../../mentoring/own-mentorships.ts';
import { pageAsked } from '../../page/paging.tsx';
import { DESK_STYLESHEET } from '../../page/stylesheet.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { onlyMethods } from '../../session/only-methods.ts';
import { readForm } from '../../session/read-form.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { askRoutes } from './ask-routes.tsx';
import { MentoringPage } from './mentoring-page.tsx';

const PATH = '/me/mentoring';

const DONE = [
  ...(['sent', 'confirmed', 'declined', 'muted'] as const),
  ...(['shown', 'taken', 'ended', 'saved'] as const),
] as const;

/** `/me/mentoring`: whom somebody mentors, and who mentors them. */
export const mentoringRoutes = new Hono<HolderApp>();

mentoringRoutes.get('/', (c) => ownPage(c, null));

async function ownPage(
  c: Context<HolderApp>,
  refusedLimit: { readonly most: string; readonly tells: boolean } | null,
): Promise<Response> {
  const { desk, holder: session } = c.var;
  const { accountId } = session;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const page = pageAsked(c.req.raw);
  const done = DONE.find((one) => one === c.req.query('done'));
  const load = await loadOf(desk, accountId);
  return signedInPage({
    title: message('mentoring-title'),
    path: PATH,
    reader,
    styles: DESK_STYLESHEET,
    session,
    status: refusedLimit === null ? 200 : 422,
    children: (
      <MentoringPage
        asks={await asksTo(desk, accountId)}
        {...(await ownMentorships(desk, accountId, page))}
        page={page}
        load={refusedLimit === null ? load : { ...load, tells: refusedLimit.tells }}
        refusedLimit={refusedLimit?.most ?? null}
        muted={await mutedBy(desk, accountId)}
        done={done === undefined ? null : message(`mentoring-done-${done}`)}
        reader={reader}
      />
    ),
  });
}

mentoringRoutes.route('/ask', askRoutes);

mentoringRoutes.post('/limit', async (c) => {
  const { desk, holder } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return refused(c, form.failure);
  const typed = (form.value.get('most') ?? '').trim();
  const tells = form.value.get('tells') !== null;
  const digits = withAsciiDigits(typed);
  const most = /^\d{1,3}$/.test(digits) ? Number(digits) : Number.NaN;
  if (typed !== '' && !(most >= 1 && most <= MAX_MENTEES))
    return ownPage(c, { most: typed, tells });
  await setLimit(desk, holder.accountId, typed === '' ? null : most, tells);
  return done(c, 'saved');
});

mentoringRoutes.post('/muted/:id/show', async (c) => {
  const { desk, holder } = c.var;
  await unmutePerson(desk, holder.accountId, c.req.param('id'));
  return done(c, 'shown');
});

mentoringRoutes.post('/:id/confirm', async (c) => {
  const { desk, holder } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return refused(c, form.failure);
  const names = form.value.get('names') === 'yes';
  return answered(
    c,
    await confirmAsk(desk, holder.accountId, c.req.param('id'), names),
    'confirmed',
  );
});

mentoringRoutes.post('/:id/decline', async (c) => {
  const { desk, holder } = c.var;
  return answered(c, await declineAsk(desk, holder.accountId, c.req.param('id')), 'declined');
});

mentoringRoutes.post('/:id/mute', async (c) => {
  const { desk, holder } = c.var;
  return answered(c, await mutePerson(desk, holder.accountId, c.req.param('id')), 'muted');
});

mentoringRoutes.post('/:id/take-back', async (c) => {
  const { desk, holder } = c.var;
  return answered(c, await takeBack(desk, holder.accountId, c.req.param('id')), 'taken');
});

mentoringRoutes.post('/:id/end', async (c) => {
  const { desk, holder } = c.var;
  return answered(c, await endMentorship(desk, holder.accountId, c.req.param('id')), 'ended');
});

mentoringRoutes.post('/:id/name', async (c) => {
  const { desk, holder } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return refused(c, form.failure);
  const names = form.value.get('names') === 'yes';
  return answered(c, await nameMentee(desk, holder.accountId, c.req.param('id'), names), 'saved');
});

mentoringRoutes.all('/', onlyMethods(PATH, 'GET'));
mentoringRoutes.all('/limit', onlyMethods(PATH, 'POST'));
mentoringRoutes.all('/muted/:id/show', onlyMethods(PATH, 'POST'));
mentoringRoutes.all('/:id/:act', onlyMethods(PATH, 'POST'));

type DoneName = (typeof DONE)[number];

function done(c: Context<HolderApp>, name: DoneName): Response {
  return c.redirect(linkTo(`${PATH}?done=${name}`, readerOf(c.req.raw)), 303);
}

function refused(c: Context<HolderApp>, failure: Failure) {
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: PATH });
}

function answered(c: Context<HolderApp>, result: Result<null, Failure>, name: DoneName) {
  return result.ok ? done(c, name) : refused(c, result.failure);
}

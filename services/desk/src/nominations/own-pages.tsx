import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import type { HolderApp } from '../me/require-session.ts';
import { deskPage } from '../page/desk-page.tsx';
import { pageAsked } from '../page/paging.tsx';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { ownNominations, withdrawNomination } from './own-nominations.ts';
import { OwnPage } from './own-page.tsx';

const PATH = '/desk/nominations';

const DONE = { sent: 'nominations-done-sent', withdrawn: 'nominations-done-withdrawn' } as const;

/** `/desk/nominations`: what somebody nominated. */
export const ownNominationPages = new Hono<HolderApp>();

ownNominationPages.get('/', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const page = pageAsked(c.req.raw);
  const { nominations, total } = await ownNominations(desk, holder.accountId, page);
  const done = c.req.query('done');
  return deskPage({
    title: message('nominations-own-title'),
    path: PATH,
    reader,
    session: holder,
    children: (
      <OwnPage
        nominations={nominations}
        page={page}
        total={total}
        done={done === 'sent' || done === 'withdrawn' ? message(DONE[done]) : null}
        reader={reader}
      />
    ),
  });
});

ownNominationPages.post('/:id/withdraw', async (c) => {
  const { desk, holder } = c.var;
  const withdrawn = await withdrawNomination(desk, holder.accountId, c.req.param('id'));
  if (!withdrawn.ok) {
    return answerRefusal(c.req.raw, withdrawn.failure, { origin: desk.origin, path: PATH });
  }
  return c.redirect(linkTo(`${PATH}?done=withdrawn`, readerOf(c.req.raw)), 303);
});

import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { waitingFor } from '../endorsements/own-endorsements.ts';
import { freshId } from '../fresh-id.ts';
import { DESK_STYLESHEET } from '../page/stylesheet.ts';
import { remindersOfHolder } from '../role-terms/reminders.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { ownShareOuts, toRemind } from '../share-outs/own.ts';
import { ShareOutReminders } from '../share-outs/reminders.tsx';
import { slipsOfHolder } from '../slips/own-slips.ts';
import { awardPage } from './award-answer.tsx';
import { toRenew } from './former-name/to-renew.ts';
import { acceptedAward, awardsOfHolder } from './holder-award.ts';
import { AwardList } from './list-page.tsx';
import type { HolderApp } from './require-session.ts';
import { signedInPage } from './signed-in-page.tsx';

export const awardRoutes = new Hono<HolderApp>();

awardRoutes.get('/', async (c) => {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  const { accountId } = session;
  const [held, slips, shareOuts, own, reminders, waiting] = await Promise.all([
    awardsOfHolder(desk, accountId),
    slipsOfHolder(desk, accountId),
    ownShareOuts(desk, accountId),
    toRenew(desk, session),
    remindersOfHolder(desk, accountId),
    waitingFor(desk, accountId),
  ]);
  const due = toRemind(desk, shareOuts);
  const renewal = { own, formKey: freshId(), session, reader };
  return signedInPage({
    title: reader.messages.message('me-title'),
    path: '/me',
    reader,
    session,
    ...(renewal.own.length > 0 || due.length > 0 ? { styles: DESK_STYLESHEET } : {}),
    children: (
      <AwardList
        held={held}
        slips={slips}
        renewal={renewal}
        reminders={reminders}
        waiting={waiting}
        promises={<ShareOutReminders due={due} reader={reader} />}
        done={c.req.query('done')}
        reader={reader}
      />
    ),
  });
});

awardRoutes.get('/awards/:id', async (c) => {
  const { desk, holder: session } = c.var;
  const held = await acceptedAward(desk, c.req.param('id'), session.accountId);
  if (held === null) {
    return answerRefusal(
      c.req.raw,
      { reason: 'page_unknown' },
      { origin: desk.origin, path: '/me' },
    );
  }
  return awardPage(c, held);
});

import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { CalendarPage } from '../../calendar/calendar-page.tsx';
import { feedAddress } from '../../calendar/feed-address.ts';
import { endFeed, hasFeed, makeFeed } from '../../calendar/feeds.ts';
import { DESK_STYLESHEET } from '../../page/stylesheet.ts';
import { noteReminders } from '../../role-terms/reminders.ts';
import { onlyMethods } from '../../session/only-methods.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';

/** Reminders of somebody’s own terms: put away on the page, or kept in a calendar of theirs. */
export const calendarRoutes = new Hono<HolderApp>();

calendarRoutes.get('/calendar', (c) => page(c, null));

calendarRoutes.post('/calendar', async (c) => {
  const token = await makeFeed(c.var.desk, ownFeed(c));
  return page(c, feedAddress(c.var.desk, token, readerOf(c.req.raw)));
});

calendarRoutes.post('/calendar/end', async (c) => {
  await endFeed(c.var.desk, ownFeed(c));
  return c.redirect(linkTo('/me/calendar', readerOf(c.req.raw)), 303);
});

calendarRoutes.post('/awards/:id/reminders', async (c) => {
  const { desk, holder } = c.var;
  await noteReminders(desk, c.req.param('id'), { holder: holder.accountId });
  return c.redirect(linkTo('/me', readerOf(c.req.raw)), 303);
});

calendarRoutes.all('/calendar', onlyMethods('/me', 'GET', 'POST'));
calendarRoutes.all('/calendar/end', onlyMethods('/me', 'POST'));
calendarRoutes.all('/awards/:id/reminders', onlyMethods('/me', 'POST'));

function ownFeed({ var: { holder } }: Context<HolderApp>) {
  return { accountId: holder.accountId, issuer: '' };
}

async function page(c: Context<HolderApp>, address: string | null): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('calendar-title'),
    path: '/me/calendar',
    reader,
    session: c.var.holder,
    styles: DESK_STYLESHEET,
    children: (
      <CalendarPage
        of="own"
        path="/me/calendar"
        address={address}
        isOn={await hasFeed(c.var.desk, ownFeed(c))}
        reader={reader}
      />
    ),
  });
}

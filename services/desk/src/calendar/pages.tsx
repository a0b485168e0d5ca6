import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { noteReminders } from '../role-terms/reminders.ts';
import { onlyMethods } from '../session/only-methods.ts';
import { CalendarPage } from './calendar-page.tsx';
import { feedAddress } from './feed-address.ts';
import { endFeed, hasFeed, makeFeed } from './feeds.ts';

/** Reminders of an issuer’s terms: put away by an admin, or kept in the calendar of a member. */
export const calendarPages = new Hono<MemberApp>();

calendarPages.get('/calendar', requireScope('awards:read'), (c) => page(c, null));

calendarPages.post('/calendar', requireScope('awards:read'), async (c) => {
  const token = await makeFeed(c.var.desk, ownFeed(c));
  return page(c, feedAddress(c.var.desk, token, readerOf(c.req.raw)));
});

calendarPages.post('/calendar/end', requireScope('awards:read'), async (c) => {
  await endFeed(c.var.desk, ownFeed(c));
  return back(c, '/terms/calendar');
});

calendarPages.post('/:award/reminders', requireScope('issuer:write'), async (c) => {
  const { desk, member } = c.var;
  await noteReminders(desk, c.req.param('award'), { issuer: member.issuer });
  return back(c, '/terms');
});

calendarPages.all('/calendar', onlyMethods('/desk', 'GET', 'POST'));
calendarPages.all('/calendar/end', onlyMethods('/desk', 'POST'));
calendarPages.all('/:award/reminders', onlyMethods('/desk', 'POST'));

function ownFeed({ var: { member } }: Context<MemberApp>) {
  return { accountId: member.accountId, issuer: member.issuer };
}

function back(c: Context<MemberApp>, part: string): Response {
  return c.redirect(linkTo(deskPath(c.var.member.issuer, part), readerOf(c.req.raw)), 303);
}

async function page(c: Context<MemberApp>, address: string | null): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const path = deskPath(member.issuer, '/terms/calendar');
  return deskPage({
    title: reader.messages.message('calendar-title'),
    path,
    reader,
    session: holder,
    member,
    section: 'terms',
    children: (
      <CalendarPage
        of="issuer"
        path={path}
        address={address}
        isOn={await hasFeed(desk, ownFeed(c))}
        reader={reader}
      />
    ),
  });
}

import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';
import { answerRefusal } from '../session/answer-refusal.tsx';
import { onlyMethods } from '../session/only-methods.ts';
import { termEvents } from './events.ts';
import { feedAt } from './feeds.ts';
import { icalendar } from './icalendar.ts';

/** What calendar programs fetch, without a login: whoever has the address reads it. */
export const calendarFeedRoutes = new Hono<DeskApp>();

calendarFeedRoutes.get('/:file', async (c) => {
  const { desk } = c.var;
  const [, token] = /^(\w+)\.ics$/.exec(c.req.param('file')) ?? [];
  const owner = token === undefined ? null : await feedAt(desk, token);
  if (owner === null) {
    const where = { origin: desk.origin, path: '/me' };
    return answerRefusal(c.req.raw, { reason: 'page_unknown' }, where);
  }
  const reader = readerOf(c.req.raw);
  const { message, language } = reader.messages;
  const text = icalendar({
    name: message('calendar-name'),
    language,
    events: await termEvents(desk, owner, reader),
    nowSeconds: desk.nowSeconds,
  });
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="laurel.ics"',
      'content-language': language,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  });
});
calendarFeedRoutes.all('/:file', onlyMethods('/me', 'GET', 'HEAD'));

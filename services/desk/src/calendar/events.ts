import { dayOf } from '@laurel/core/day';
import { textIn } from '@laurel/core/language';
import { REMINDER_DAYS, reminderDay } from '@laurel/core/term-reminder';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { achievements, awards } from '@laurel/store/private/desk';
import { and, asc, eq } from 'drizzle-orm';
import { sha256Hex } from '../digest.ts';
import type { Desk } from '../env.ts';
import { deskPath } from '../page/desk-page.tsx';
import { isRunning } from '../role-terms/list-terms.ts';
import type { FeedOwner } from './feeds.ts';
import type { CalendarEvent } from './icalendar.ts';

/** More terms than a calendar shows: those that end first. */
const MAX_TERMS = 300;

const UID_LENGTH = 32;

/** The ends of running terms and the days on which they are reminded of. It names roles, and no person. */
export async function termEvents(
  desk: Desk,
  { accountId, issuer }: FeedOwner,
  { languages, messages: { message, language } }: Reader,
): Promise<readonly CalendarEvent[]> {
  const own = issuer === '';
  const rows = await desk.store
    .select({
      id: awards.id,
      start: awards.periodStart,
      end: awards.periodEnd,
      facts: achievements.facts,
    })
    .from(awards)
    .innerJoin(achievements, eq(achievements.id, awards.achievementId))
    .where(
      and(
        own ? eq(awards.accountId, accountId) : eq(awards.issuer, issuer),
        isRunning(dayOf(desk.nowSeconds)),
      ),
    )
    .orderBy(asc(awards.periodEnd), awards.id)
    .limit(MAX_TERMS);
  const host = new URL(desk.origin).host;
  const events = rows.map(async ({ id, start, end, facts }) => {
    const role = textIn(facts.name, languages, facts.sourceLanguage).text;
    const url = `${desk.origin}${own ? `/me/awards/${id}` : deskPath(issuer, `/awards/${id}`)}`;
    const days = REMINDER_DAYS.filter((one) => start < reminderDay({ end }, one));
    const one = async (before: number, day: string): Promise<CalendarEvent> => {
      const uid = `${(await sha256Hex(`${id}:${before}`)).slice(0, UID_LENGTH)}@${host}`;
      const on = longDate(end, language);
      return {
        uid,
        day,
        summary: message(before === 0 ? 'calendar-ends' : 'calendar-ends-soon', role),
        description: message('calendar-description', on),
        url,
      };
    };
    return Promise.all([
      ...days.map((before) => one(before, reminderDay({ end }, before))),
      one(0, end),
    ]);
  });
  return (await Promise.all(events)).flat();
}

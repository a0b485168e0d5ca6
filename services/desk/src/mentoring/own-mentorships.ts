import { dayOf } from '@laurel/core/day';
import { mentorshipFor } from '@laurel/core/mentoring';
import { accounts, achievements, deskIssuers, mentorships } from '@laurel/store/private/desk';
import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import { LAPSED_SEEN_DAYS } from './lapse-mentorships.ts';

const SECONDS_PER_DAY = 86_400;

/** Asks that wait for an answer of this account, oldest first: as many as a page has. */
export async function asksTo(desk: Desk, accountId: string) {
  return rowsWhere(desk, accountId, waitingFor(desk, accountId), {
    order: sql`${mentorships.askedAtSeconds}`,
    offset: 0,
  });
}

/** One page of an account's other mentorships, newest first, and how many there are. */
export async function ownMentorships(desk: Desk, accountId: string, page: number) {
  const shown = and(
    shownTo(desk, accountId),
    sql`not coalesce(${waitingFor(desk, accountId)}, false)`,
  );
  const [counted] = await desk.store.select({ total: count() }).from(mentorships).where(shown);
  const rows = await rowsWhere(desk, accountId, shown, {
    order: desc(mentorships.askedAtSeconds),
    offset: (page - 1) * PAGE_SIZE,
  });
  return { total: counted?.total ?? 0, mentorships: rows };
}

export type OwnMentorship = Awaited<ReturnType<typeof asksTo>>[number];

type Part = { readonly order: SQL; readonly offset: number };

async function rowsWhere(
  { store, nowSeconds }: Desk,
  accountId: string,
  where: SQL | undefined,
  { order, offset }: Part,
) {
  const rows = await store
    .select({
      mentorship: mentorships,
      issuerNames: deskIssuers.names,
      achievement: achievements.facts,
      /** The other one; null where Wikimedia hides the name, or they have erased themselves. */
      username: accounts.username,
    })
    .from(mentorships)
    .leftJoin(
      accounts,
      sql`${accounts.id} = iif(${mentorships.mentor} = ${accountId}, ${mentorships.mentee}, ${mentorships.mentor})`,
    )
    .leftJoin(deskIssuers, eq(deskIssuers.slug, mentorships.issuer))
    .leftJoin(
      achievements,
      and(
        eq(achievements.issuer, mentorships.issuer),
        eq(achievements.slug, mentorships.achievementSlug),
        eq(achievements.current, true),
      ),
    )
    .where(where)
    .orderBy(order, desc(mentorships.id))
    .limit(PAGE_SIZE)
    .offset(offset);
  const today = dayOf(nowSeconds);
  return rows.flatMap(({ mentorship, ...names }) => {
    const side = mentorship.mentor === accountId ? ('mentor' as const) : ('mentee' as const);
    const view = mentorshipFor(side, mentorship, nowSeconds);
    if (view === null) return [];
    const { id, issuer, achievementSlug, periodStart, periodEnd, namesMentee, answer } = mentorship;
    const { languages, themes, topics, hoursBand, lapsesAtSeconds, endedAtSeconds } = mentorship;
    return [
      {
        ...names,
        id,
        side,
        view,
        isAsker: mentorship.askedBy === side,
        issuer,
        achievementSlug,
        period: { start: periodStart, end: periodEnd },
        mentoring: { languages, themes, topics, hoursBand },
        namesMentee,
        /** A reviewer's words are the mentor's. */
        answer: side === 'mentor' ? answer : null,
        lapsesAtSeconds,
        isGoing:
          mentorship.confirmedAtSeconds !== null &&
          endedAtSeconds === null &&
          (periodEnd === '' || periodEnd >= today),
      },
    ];
  });
}

/** An ask to this account that it can answer. */
function waitingFor({ nowSeconds }: Desk, accountId: string): SQL {
  return sql`((${mentorships.askedBy} = 'mentor' and ${mentorships.mentee} = ${accountId})
    or (${mentorships.askedBy} = 'mentee' and ${mentorships.mentor} = ${accountId}))
    and ${mentorships.state} = 'asked' and ${mentorships.takenBackBy} is null
    and ${mentorships.lapsesAtSeconds} > ${nowSeconds}`;
}

/** What `mentorshipFor` has a view of, but for asks that lapsed a while ago: rows of them may be left or not. */
function shownTo({ nowSeconds }: Desk, accountId: string): SQL {
  const isAsker = sql`((${mentorships.askedBy} = 'mentor' and ${mentorships.mentor} = ${accountId})
    or (${mentorships.askedBy} = 'mentee' and ${mentorships.mentee} = ${accountId}))`;
  return sql`(${mentorships.mentor} = ${accountId} or ${mentorships.mentee} = ${accountId})
    and (${mentorships.state} in ('confirmed', 'awarded', 'answered') or (${mentorships.takenBackBy} is null
      and ${mentorships.lapsesAtSeconds} > ${nowSeconds - LAPSED_SEEN_DAYS * SECONDS_PER_DAY}
      and (${isAsker} or ${mentorships.state} = 'declined'
        or (${mentorships.state} = 'asked' and ${mentorships.lapsesAtSeconds} > ${nowSeconds}))))`;
}

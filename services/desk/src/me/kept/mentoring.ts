import { mentorshipFor } from '@laurel/core/mentoring';
import { mentorLimits, mentorships, mutedPeople } from '@laurel/store/private/desk';
import { asc, eq, or } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { readableRows } from './readable.ts';

/**
 * What somebody says of mentoring, as mentor and as mentee, as it stands for them: who the other one is, is that
 * person's. What the other one has declined or taken back is told to nobody else.
 */
export async function keptMentoring({ store, nowSeconds }: Desk, accountId: string) {
  const [rows, limits, muted] = await store.batch([
    store
      .select()
      .from(mentorships)
      .where(or(eq(mentorships.mentor, accountId), eq(mentorships.mentee, accountId)))
      .orderBy(asc(mentorships.askedAtSeconds)),
    store
      .select({ most: mentorLimits.most, tells: mentorLimits.tells })
      .from(mentorLimits)
      .where(eq(mentorLimits.accountId, accountId)),
    store
      .select({ sinceSeconds: mutedPeople.sinceSeconds })
      .from(mutedPeople)
      .where(eq(mutedPeople.accountId, accountId)),
  ]);
  const told = rows.map((row) => {
    const side = row.mentor === accountId ? ('mentor' as const) : ('mentee' as const);
    return {
      side,
      id: row.id,
      issuer: row.issuer,
      achievementSlug: row.achievementSlug,
      isAsker: row.askedBy === side,
      periodStart: row.periodStart,
      periodEnd: row.periodEnd,
      languages: row.languages,
      themes: row.themes,
      topics: row.topics,
      hoursBand: row.hoursBand,
      // Null for an ask that they do not see.
      state: mentorshipFor(side, row, nowSeconds),
      ...(side === 'mentee' ? { namesMentee: row.namesMentee } : { answer: row.answer }),
      askedAtSeconds: row.askedAtSeconds,
      confirmedAtSeconds: row.confirmedAtSeconds,
      endedAtSeconds: row.endedAtSeconds,
    };
  });
  return {
    asMentor: readableRows(told.filter(({ side }) => side === 'mentor')),
    asMentee: readableRows(told.filter(({ side }) => side === 'mentee')),
    limit: readableRows(limits),
    peopleMuted: readableRows(muted),
  };
}

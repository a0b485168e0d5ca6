import type { Achievement } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import { type OpenSeats, SEATS_AHEAD_DAYS } from '@laurel/core/open-seat';
import { achievements, endingTerms, seatFeeds } from '@laurel/store/private/desk';
import { and, eq, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';

/** Terms of an issuer's roles that end soon, and whether everybody is told of them. */
export type IssuersSeats = {
  readonly isPublic: boolean;
  readonly seats: readonly (OpenSeats & { readonly achievement: Achievement })[];
};

/** Which roles of an issuer end soon, without who has them, the earliest first. */
export async function issuersSeats(
  { store, nowSeconds }: Desk,
  issuer: string,
): Promise<IssuersSeats> {
  const ending = endingTerms(dayOf(nowSeconds), dayOf(nowSeconds + SEATS_AHEAD_DAYS * 86_400));
  const [feeds, seats] = await store.batch([
    store.select().from(seatFeeds).where(eq(seatFeeds.issuer, issuer)),
    store
      .select({
        slug: sql<string>`ending.slug`.as('of'),
        month: sql<string>`ending.month`.as('month'),
        seats: sql<number>`ending.seats`.as('seats'),
        achievement: achievements.facts,
      })
      .from(sql`${ending} as ending`)
      .innerJoin(
        achievements,
        and(
          sql`achievements.issuer = ending.issuer`,
          sql`achievements.slug = ending.slug`,
          eq(achievements.current, true),
        ),
      )
      .where(sql`ending.issuer = ${issuer}`)
      .orderBy(sql`ending.month`, sql`ending.slug`),
  ]);
  return { isPublic: feeds.length > 0, seats };
}

import { dayOf } from '@laurel/core/day';
import { SEATS_AHEAD_DAYS } from '@laurel/core/open-seat';
import { endingTerms, seatFeeds } from '@laurel/store/private/schema';
import { openSeats, shownSeatFeeds } from '@laurel/store/public/schema';
import { eq, sql } from 'drizzle-orm';
import { atHome, inEach } from './databases.ts';
import type { Signing } from './env.ts';

/**
 * Makes public which roles end soon of those issuers that wish it, and takes away what is not so any more: of
 * one issuer, or of all. May be repeated.
 */
export async function publishOpenSeats(signing: Signing, issuer: string | null): Promise<void> {
  const { privateStore, nowSeconds } = signing;
  const today = dayOf(nowSeconds);
  const until = dayOf(nowSeconds + SEATS_AHEAD_DAYS * 86_400);
  const [feeds, ending] = await privateStore.batch([
    privateStore
      .select()
      .from(seatFeeds)
      .where(issuer === null ? undefined : eq(seatFeeds.issuer, issuer)),
    privateStore
      .select({
        issuer: sql<string>`ending.issuer`.as('of'),
        slug: sql<string>`ending.slug`.as('slug'),
        month: sql<string>`ending.month`.as('month'),
        seats: sql<number>`ending.seats`.as('seats'),
      })
      .from(sql`${endingTerms(today, until)} as ending`)
      .where(
        sql`ending.issuer in (select issuer from seat_feeds) and (${issuer} is null or ending.issuer = ${issuer})`,
      ),
  ]);
  const where = issuer === null ? inEach(signing) : [await atHome(signing, issuer)];
  for (const of of where) {
    const own = (row: { readonly issuer: string }) => isAt(of, row.issuer);
    await showSeats(of, issuer, await among(feeds, own), await among(ending, own));
  }
}

async function isAt(signing: Signing, issuer: string): Promise<boolean> {
  return (await atHome(signing, issuer)).database === signing.database;
}

async function among<Row>(
  rows: readonly Row[],
  isWanted: (row: Row) => Promise<boolean>,
): Promise<readonly Row[]> {
  const wanted = await Promise.all(rows.map(isWanted));
  return rows.filter((_, at) => wanted[at]);
}

async function showSeats(
  { publicStore, nowSeconds }: Signing,
  issuer: string | null,
  feeds: readonly unknown[],
  ending: readonly unknown[],
): Promise<void> {
  const shown = sql`(select value ->> 'issuer' as issuer, value ->> 'sinceSeconds' as since
    from json_each(${JSON.stringify(feeds)}))`;
  const seats = sql`(select value ->> 'issuer' as issuer, value ->> 'slug' as slug,
    value ->> 'month' as month, value ->> 'seats' as seats
    from json_each(${JSON.stringify(ending)}))`;
  const ofIssuer = sql`(${issuer} is null or issuer = ${issuer})`;
  await publicStore.batch([
    publicStore
      .delete(shownSeatFeeds)
      .where(sql`${ofIssuer} and issuer not in (select issuer from ${shown})`),
    publicStore
      .insert(shownSeatFeeds)
      .select(sql`select issuer, since from ${shown} where true`)
      .onConflictDoNothing(),
    publicStore
      .delete(openSeats)
      .where(
        sql`${ofIssuer} and (issuer, slug, month) not in (select issuer, slug, month from ${seats})`,
      ),
    publicStore
      .insert(openSeats)
      .select(sql`select issuer, slug, month, seats, ${nowSeconds} from ${seats} where true`)
      .onConflictDoUpdate({
        target: [openSeats.issuer, openSeats.slug, openSeats.month],
        set: {
          seats: sql`excluded.seats`,
          changedAtSeconds: sql`excluded.changed_at_seconds`,
        },
        setWhere: sql`seats <> excluded.seats`,
      }),
  ]);
}

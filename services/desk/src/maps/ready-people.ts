import { type AchievementMap, namedBy, stepsToMilestone } from '@laurel/core/achievement-map';
import { accounts } from '@laurel/store/private/desk';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import type { DeskMap } from './find-map.ts';

/** A map that others read, with a milestone that reviewers can thank with. */
export type MapWithMilestone = {
  readonly issuer: string;
  readonly slug: string;
  readonly map: AchievementMap;
  /** The slug of the achievement. */
  readonly milestone: string;
};

/** The same of a map that was found; null where it is not published, or thanks for nothing. */
export function withMilestone({
  issuer,
  slug,
  state,
  published,
}: Pick<DeskMap, 'issuer' | 'slug' | 'state' | 'published'>): MapWithMilestone | null {
  const milestone = published?.milestone ?? null;
  return published === null || milestone === null || state !== 'published'
    ? null
    : { issuer, slug, map: published, milestone: milestone.achievement };
}

/** Somebody who has done what the milestone takes and does not have it. */
export type ReadyPerson = {
  /** In the place of the account's id: of an award of the issuer's own, or of what they told. */
  readonly id: string;
  readonly accountId: string;
  /** Null where Wikimedia does not show the name any more. */
  readonly username: string | null;
  /** Since when, as far as the issuer may know. */
  readonly sinceSeconds: number;
  /** Whether they told the issuer that they have walked the map. */
  readonly hasTold: boolean;
  /** The issuer's own awards among the steps. */
  readonly own: readonly { readonly achievement: string; readonly award: string }[];
  /** Of the last of these; null where there is none. */
  readonly language: string | null;
};

/** One page of those who are ready to be thanked, the longest ready first, but for the reviewer. */
export async function readyPeople(
  desk: Desk,
  actor: Pick<Actor, 'accountId'>,
  map: MapWithMilestone,
  page: number,
): Promise<{ readonly total: number; readonly people: readonly ReadyPerson[] }> {
  const ready = readiness(actor, map);
  const [[all], rows] = await desk.store.batch([
    desk.store.select({ total: sql<number>`count(*)` }).from(sql`(${ready})`),
    selecting(desk, ready)
      .orderBy(sql`since`, sql`ready_id`)
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { total: all?.total ?? 0, people: rows.map(personOf) };
}

/** One of them; null where they are not ready, or not any more. */
export async function readyPerson(
  desk: Desk,
  actor: Pick<Actor, 'accountId'>,
  map: MapWithMilestone,
  id: string,
): Promise<ReadyPerson | null> {
  const [row] = await selecting(desk, readiness(actor, map)).where(sql`ready_id = ${id}`);
  return row === undefined ? null : personOf(row);
}

function selecting({ store }: Desk, ready: SQL) {
  return store
    .select({
      id: sql<string>`ready_id`.as('ready'),
      accountId: sql<string>`ready.account_id`.as('account'),
      username: accounts.username,
      sinceSeconds: sql<number>`since`.as('since_seconds'),
      hasTold: sql<number>`has_told`.as('told'),
      own: sql<string>`own_awards`.as('own'),
      latest: sql<string | null>`latest`.as('last_language'),
    })
    .from(sql`(${ready}) as ready`)
    .leftJoin(accounts, eq(accounts.id, sql`ready.account_id`));
}

type Row = {
  readonly id: string;
  readonly accountId: string;
  readonly username: string | null;
  readonly sinceSeconds: number;
  readonly hasTold: number;
  readonly own: string;
  readonly latest: string | null;
};

function personOf({ hasTold, own, latest, ...row }: Row): ReadyPerson {
  const pairs: readonly (readonly [string, string] | null)[] = JSON.parse(own);
  return {
    ...row,
    hasTold: hasTold === 1,
    own: pairs.flatMap((pair) => (pair === null ? [] : [{ achievement: pair[0], award: pair[1] }])),
    language: latest?.split(' ')[1] ?? null,
  };
}

/**
 * Whoever holds each step that counts, accepted and standing, and was not offered the milestone. What
 * another issuer awarded counts for those alone who told this one that they have walked the map. An offer
 * that was declined is open to the issuer, so its person is not here, like one who has not answered.
 */
function readiness(
  { accountId }: Pick<Actor, 'accountId'>,
  { issuer, slug, map, milestone }: MapWithMilestone,
): SQL {
  const taken = stepsToMilestone(map).map((one) => namedBy(one, issuer));
  return sql`
    select held.account_id,
      coalesce(min(iif(held.issuer = ${issuer}, held.id, null)), max(walk.id)) as ready_id,
      max(max(iif(held.issuer = ${issuer}, coalesce(held.decided_at_seconds, 0), 0)),
        coalesce(max(walk.told_at_seconds), 0)) as since,
      max(walk.id is not null) as has_told,
      json_group_array(iif(held.issuer = ${issuer},
        json_array(held.achievement_slug, held.id), null)) as own_awards,
      max(iif(held.issuer = ${issuer},
        printf('%012d %s', held.decided_at_seconds, held.language), null)) as latest
    from (select value ->> 'issuer' as issuer, value ->> 'slug' as slug
        from json_each(${JSON.stringify(taken)})) as taken
      join awards as held on held.issuer = taken.issuer and held.achievement_slug = taken.slug
        and held.state in ('offered', 'accepted', 'declined')
      left join map_walks as walk on walk.account_id = held.account_id
        and walk.issuer = ${issuer} and walk.map_slug = ${slug}
    where held.state = 'accepted' and held.suspended_at_seconds is null
      and held.superseded_by is null and held.account_id <> ${accountId}
      and (held.issuer = ${issuer} or walk.id is not null)
    group by held.account_id
    having count(distinct held.issuer || '/' || held.achievement_slug) = ${taken.length}
      and ${taken.length} > 0
      and not exists (select 1 from awards as given where given.account_id = held.account_id
        and given.issuer = ${issuer} and given.achievement_slug = ${milestone}
        and given.state in ('offered', 'accepted', 'declined', 'revoked'))
      and not exists (select 1 from batch_rows as queued join batches on batches.id = queued.batch_id
        where queued.account_id = held.account_id and queued.state = 'queued'
        and batches.issuer = ${issuer} and batches.achievement_slug = ${milestone})`;
}

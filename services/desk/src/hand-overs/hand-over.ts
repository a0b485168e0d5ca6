import { MAX_HAND_OVER_ITEMS } from '@laurel/contracts/leaving-request';
import type { Failure } from '@laurel/core/failure';
import type { LanguageMap } from '@laurel/core/language';
import { ok, type Result, refuse } from '@laurel/core/result';
import { handOverItems, handOvers } from '@laurel/store/private/desk';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { findLeaving } from '../leaving/leaving.ts';

/** One thing to be handed over, as the two sides see it. */
export type HandOverItem = {
  /** From 0. */
  readonly place: number;
  readonly texts: LanguageMap;
  /** Added by the holder. */
  readonly own: boolean;
  readonly holderSays: boolean;
  readonly memberSays: boolean;
};

export type HandOver = {
  readonly items: readonly HandOverItem[];
  readonly begunAtSeconds: number;
  /** Null until it was thanked by an award. */
  readonly thankedAtSeconds: number | null;
};

/** Which side says of a thing that it is handed over. */
export type Side = 'holder' | 'member';

/** The hand-over of a role by the id of its award; null where none was begun. */
export async function findHandOver({ store }: Desk, awardId: string): Promise<HandOver | null> {
  const [[begun], items] = await store.batch([
    store.select().from(handOvers).where(eq(handOvers.awardId, awardId)),
    store
      .select()
      .from(handOverItems)
      .where(eq(handOverItems.awardId, awardId))
      .orderBy(asc(handOverItems.place)),
  ]);
  if (begun === undefined) return null;
  const { begunAtSeconds, thankedAtSeconds } = begun;
  return {
    begunAtSeconds,
    thankedAtSeconds,
    items: items.map(({ place, texts, own, holderTickedAtSeconds, memberTickedAtSeconds }) => ({
      place,
      texts,
      own,
      holderSays: holderTickedAtSeconds !== null,
      memberSays: memberTickedAtSeconds !== null,
    })),
  };
}

/** True once both sides say of each thing that it is handed over. */
export function isWhole({ items }: Pick<HandOver, 'items'>): boolean {
  return items.length > 0 && items.every(({ holderSays, memberSays }) => holderSays && memberSays);
}

type RoleAward = {
  readonly id: string;
  readonly issuer: string;
  readonly achievementSlug: string;
};

/** Begins a hand-over with the issuer's list as it is now. May be repeated. */
export async function beginHandOver(desk: Desk, award: RoleAward): Promise<void> {
  const { store, nowSeconds } = desk;
  const leaving = await findLeaving(desk, award.issuer, award.achievementSlug);
  await store.batch([
    store
      .insert(handOvers)
      .values({ awardId: award.id, issuer: award.issuer, begunAtSeconds: nowSeconds })
      .onConflictDoNothing(),
    store.insert(handOverItems).select(sql`
      select ${award.id}, key, value, 0, null, null from json_each(${JSON.stringify(leaving?.items ?? [])})
      where changes() > 0`),
  ]);
}

/** Adds a thing of the holder's own, as long as there is room and nothing was thanked yet. */
export async function addOwnItem(
  { store }: Desk,
  awardId: string,
  texts: LanguageMap,
): Promise<Result<null, Failure>> {
  const added = await store
    .insert(handOverItems)
    .select(
      sql`select ${awardId}, (select count(*) from hand_over_items where award_id = ${awardId}),
        ${JSON.stringify(texts)}, 1, null, null
      where ${isOpen(awardId)}
        and (select count(*) from hand_over_items where award_id = ${awardId}) < ${MAX_HAND_OVER_ITEMS}`,
    )
    .returning({ place: handOverItems.place });
  return added.length > 0 ? ok(null) : refuse({ reason: 'hand_over_closed' });
}

/** Says, or says no more, that a thing is handed over. */
export async function tickItem(
  { store, nowSeconds }: Desk,
  awardId: string,
  place: number,
  side: Side,
  says: boolean,
): Promise<Result<null, Failure>> {
  const at = says ? nowSeconds : null;
  const ticked = await store
    .update(handOverItems)
    .set(side === 'holder' ? { holderTickedAtSeconds: at } : { memberTickedAtSeconds: at })
    .where(and(eq(handOverItems.awardId, awardId), eq(handOverItems.place, place), isOpen(awardId)))
    .returning({ place: handOverItems.place });
  return ticked.length > 0 ? ok(null) : refuse({ reason: 'hand_over_closed' });
}

/** The condition that a hand-over was begun and not thanked yet. */
function isOpen(awardId: string) {
  return sql`exists (select 1 from hand_overs where award_id = ${awardId} and thanked_at_seconds is null)`;
}

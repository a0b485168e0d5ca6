import type { Achievement } from '@laurel/core/achievement';
import { achievements, deskIssuers, slips } from '@laurel/store/private/desk';
import { and, asc, eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import type { SlipSheet } from './slip-values.ts';

/** A slip that nobody has shown, by the number printed on it. */
export type BlankCode = { readonly number: number; readonly code: string };

/** What is to be printed of a sheet: its slips that nobody has shown, and what they are for. */
export type BlankSlips = {
  readonly achievement: Achievement;
  readonly issuer: typeof deskIssuers.$inferSelect;
  readonly codes: readonly BlankCode[];
};

/** The slips of a sheet that are still to be handed out, in the order of their numbers. */
export async function blankSlips({ store }: Desk, sheet: SlipSheet): Promise<BlankSlips> {
  const [[achievement], [issuer], codes] = await store.batch([
    store
      .select({ facts: achievements.facts })
      .from(achievements)
      .where(eq(achievements.id, sheet.achievementId)),
    store.select().from(deskIssuers).where(eq(deskIssuers.slug, sheet.issuer)),
    store
      .select({ number: slips.number, code: slips.code })
      .from(slips)
      .where(and(eq(slips.sheetId, sheet.id), eq(slips.state, 'blank')))
      .orderBy(asc(slips.number)),
  ]);
  if (achievement === undefined || issuer === undefined) {
    throw new Error('a sheet of slips without its achievement or issuer');
  }
  return { achievement: achievement.facts, issuer, codes };
}

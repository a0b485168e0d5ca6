import { nominations } from '@laurel/store/private/desk';
import { asc, eq } from 'drizzle-orm';
import type { Desk } from '../../env.ts';
import { readableRows } from './readable.ts';

/**
 * What somebody suggested to issuers, in their words, and what was answered; whom they named is that person's.
 * What others suggest about them is told to nobody before it is awarded, and to them least of all.
 */
export async function keptSuggestions({ store }: Desk, accountId: string) {
  const made = await store
    .select({
      id: nominations.id,
      issuer: nominations.issuer,
      achievementSlug: nominations.achievementSlug,
      story: nominations.story,
      evidence: nominations.evidence,
      language: nominations.language,
      state: nominations.state,
      createdAtSeconds: nominations.createdAtSeconds,
      lapsesAtSeconds: nominations.lapsesAtSeconds,
      decidedAtSeconds: nominations.decidedAtSeconds,
      answer: nominations.answer,
    })
    .from(nominations)
    .where(eq(nominations.nominator, accountId))
    .orderBy(asc(nominations.createdAtSeconds));
  return { suggested: readableRows(made) };
}

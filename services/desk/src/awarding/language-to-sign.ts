import { languagesToSign } from '@laurel/core/achievement';
import type { LanguageTag } from '@laurel/core/language';
import { deskIssuers } from '@laurel/store/private/desk';
import { eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { findAchievement } from './find-achievement.ts';

/** A language that is wished for, where an issuer's achievement can be signed in it; else null. */
export async function languageToSign(
  desk: Desk,
  issuer: string,
  slug: string,
  wished: LanguageTag | null,
): Promise<LanguageTag | null> {
  if (wished === null) return null;
  const [found, [face]] = await Promise.all([
    findAchievement(desk, issuer, slug),
    desk.store
      .select({ demonstration: deskIssuers.demonstration })
      .from(deskIssuers)
      .where(eq(deskIssuers.slug, issuer)),
  ]);
  if (found === null || face === undefined) return null;
  return languagesToSign(found.facts, face.demonstration).includes(wished) ? wished : null;
}

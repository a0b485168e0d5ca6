import type { LanguageMap } from '@laurel/core/language';
import { MAX_SIGNATORIES, type Signatory } from '@laurel/core/signatory';
import { inSet } from '@laurel/store/in-set';
import { mayBeNamed, signatories } from '@laurel/store/private/schema';
import { and, asc, inArray, isNotNull } from 'drizzle-orm';
import type { Signing } from '../env.ts';

/** A member who signs for an issuer now, with the texts that they chose. */
export type StandingSignatory = Pick<
  typeof signatories.$inferSelect,
  'accountId' | 'names' | 'offices'
>;

/** Who signs for each of these issuers now, in their order. */
export async function standingSignatories(
  { privateStore, nowSeconds }: Signing,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, readonly StandingSignatory[]>> {
  const { issuer, accountId, names, offices, place } = signatories;
  const rows = await privateStore
    .select({ issuer, accountId, names, offices })
    .from(signatories)
    .where(
      and(inArray(issuer, inSet(slugs)), isNotNull(place), mayBeNamed('signatories', nowSeconds)),
    )
    .orderBy(asc(place));
  return Map.groupBy(rows, (row) => row.issuer);
}

/**
 * The same as they are signed, in one language.
 *
 * @param except an account that is not named, whoever it is.
 */
export function signatoriesToSign(
  standing: readonly StandingSignatory[],
  except: string | null,
  inLanguage: (map: LanguageMap) => string,
): readonly Signatory[] {
  return standing
    .slice(0, MAX_SIGNATORIES)
    .filter(({ accountId }) => accountId !== except)
    .map(({ names, offices }) => ({ name: inLanguage(names), office: inLanguage(offices) }));
}

import { inSet } from '@laurel/store/in-set';
import { accounts, achievements, awards, declaredNames } from '@laurel/store/private/schema';
import { eq, inArray } from 'drizzle-orm';
import type { Signing } from '../env.ts';
import { facesOf } from '../faces-of.ts';
import type { AwardToSign } from './facts.ts';
import { standingSignatories } from './signatories.ts';

/** Awards with what they rest on, by the award's id. What does not exist is left out. */
export async function loadAwards(
  signing: Signing,
  awardIds: readonly string[],
): Promise<ReadonlyMap<string, AwardToSign>> {
  const rows = await signing.privateStore
    .select({ award: awards, account: accounts, facts: achievements.facts, name: declaredNames })
    .from(awards)
    .innerJoin(accounts, eq(accounts.id, awards.accountId))
    .innerJoin(achievements, eq(achievements.id, awards.achievementId))
    .leftJoin(declaredNames, eq(declaredNames.accountId, awards.accountId))
    .where(inArray(awards.id, inSet(awardIds)));
  const slugs = [...new Set(rows.map(({ award }) => award.issuer))];
  const faces = await facesOf(signing, slugs);
  const signatoriesOf = await standingSignatories(signing, slugs);
  const faceOf = new Map(faces.map((face) => [face.slug, face]));
  return new Map(
    rows.flatMap(({ award, account, facts, name }) => {
      const issuer = faceOf.get(award.issuer);
      return issuer === undefined
        ? []
        : [
            [
              award.id,
              {
                award,
                account,
                writings: name?.writings ?? {},
                achievement: facts,
                issuer,
                signatories: signatoriesOf.get(issuer.slug) ?? [],
              },
            ] as const,
          ];
    }),
  );
}

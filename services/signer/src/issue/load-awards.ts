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
    .select({ award: awards, account: accounts, name: declaredNames })
    .from(awards)
    .innerJoin(accounts, eq(accounts.id, awards.accountId))
    .leftJoin(declaredNames, eq(declaredNames.accountId, awards.accountId))
    .where(inArray(awards.id, inSet(awardIds)));
  // Apart from the awards, as many of them are for one achievement, whose texts are long.
  const facts = await signing.privateStore
    .select({ id: achievements.id, facts: achievements.facts })
    .from(achievements)
    .where(
      inArray(achievements.id, inSet([...new Set(rows.map(({ award }) => award.achievementId))])),
    );
  const achievementOf = new Map(facts.map((one) => [one.id, one.facts]));
  const slugs = [...new Set(rows.map(({ award }) => award.issuer))];
  const faces = await facesOf(signing, slugs);
  const signatoriesOf = await standingSignatories(signing, slugs);
  const faceOf = new Map(faces.map((face) => [face.slug, face]));
  return new Map(
    rows.flatMap(({ award, account, name }) => {
      const issuer = faceOf.get(award.issuer);
      const achievement = achievementOf.get(award.achievementId);
      return issuer === undefined || achievement === undefined
        ? []
        : [
            [
              award.id,
              {
                award,
                account,
                writings: name?.writings ?? {},
                achievement,
                issuer,
                signatories: signatoriesOf.get(issuer.slug) ?? [],
              },
            ] as const,
          ];
    }),
  );
}

import type { Grant } from '@laurel/core/issuer';
import { awards, deskIssuers, grants, trainers } from '@laurel/store/private/desk';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { holdsNow } from '../trainers/reach.ts';

type OwnIssuer = {
  readonly issuer: typeof deskIssuers.$inferSelect;
  readonly grants: readonly { readonly grant: Grant; readonly endsAtSeconds: number }[];
};

/** The issuers that an account may award some achievements of, as it completed a training. */
export async function trainedFor({ store, nowSeconds }: Desk, accountId: string) {
  const rows = await store
    .selectDistinct({ issuer: deskIssuers })
    .from(trainers)
    .innerJoin(awards, eq(awards.id, trainers.awardId))
    .innerJoin(deskIssuers, eq(deskIssuers.slug, trainers.issuer))
    .where(and(eq(trainers.accountId, accountId), holdsNow(nowSeconds)))
    .orderBy(asc(deskIssuers.slug));
  return rows.map(({ issuer }) => issuer);
}

/** The issuers that an account is a member of, with the grants that have not ended. */
export async function ownIssuers(
  { store, nowSeconds }: Desk,
  accountId: string,
): Promise<readonly OwnIssuer[]> {
  const rows = await store
    .select({ issuer: deskIssuers, grant: grants.grant, endsAtSeconds: grants.endsAtSeconds })
    .from(grants)
    .innerJoin(deskIssuers, eq(deskIssuers.slug, grants.issuer))
    .where(and(eq(grants.accountId, accountId), gt(grants.endsAtSeconds, nowSeconds)))
    .orderBy(asc(deskIssuers.slug), asc(grants.grant));
  const slugs = [...new Set(rows.map(({ issuer }) => issuer.slug))];
  return slugs.flatMap((slug) => {
    const held = rows.filter(({ issuer }) => issuer.slug === slug);
    const [first] = held;
    return first === undefined ? [] : [{ issuer: first.issuer, grants: held }];
  });
}

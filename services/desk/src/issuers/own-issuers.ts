import type { Grant } from '@laurel/core/issuer';
import { deskIssuers, grants } from '@laurel/store/private/desk';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Desk } from '../env.ts';

type OwnIssuer = {
  readonly issuer: typeof deskIssuers.$inferSelect;
  readonly grants: readonly { readonly grant: Grant; readonly endsAtSeconds: number }[];
};

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

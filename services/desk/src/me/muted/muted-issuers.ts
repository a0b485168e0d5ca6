import type { LanguageMap } from '@laurel/core/language';
import { awards, deskIssuers, mutedIssuers } from '@laurel/store/private/desk';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../../env.ts';

export type MutableIssuer = {
  readonly slug: string;
  readonly names: LanguageMap;
  readonly muted: boolean;
};

/** The condition on `awards` that the account has not muted their issuer. */
export function fromUnmuted(accountId: string): SQL {
  return sql`not exists (select 1 from muted_issuers where account_id = ${accountId}
    and muted_issuers.issuer = ${awards.issuer})`;
}

/** Whose offers an account does not see, and who else has made it one, answered or not; by their slugs. */
export async function mutableIssuers(
  { store }: Desk,
  accountId: string,
): Promise<readonly MutableIssuer[]> {
  const muted = sql<boolean>`exists (select 1 from muted_issuers where account_id = ${accountId}
    and muted_issuers.issuer = ${deskIssuers.slug})`.mapWith(Boolean);
  return store
    .select({ slug: deskIssuers.slug, names: deskIssuers.names, muted })
    .from(deskIssuers)
    .where(
      sql`${muted} or exists (select 1 from awards where awards.account_id = ${accountId}
        and awards.issuer = ${deskIssuers.slug})`,
    )
    .orderBy(asc(deskIssuers.slug));
}

/** Whether an account does not see the offers of this issuer. */
export async function isMuted(
  { store }: Desk,
  accountId: string,
  issuer: string,
): Promise<boolean> {
  const [muted] = await store
    .select({ issuer: mutedIssuers.issuer })
    .from(mutedIssuers)
    .where(and(eq(mutedIssuers.accountId, accountId), eq(mutedIssuers.issuer, issuer)));
  return muted !== undefined;
}

/** Has the offers of an issuer shown to an account no more. The issuer never learns of it. */
export async function mute(
  { store, nowSeconds }: Desk,
  accountId: string,
  issuer: string,
): Promise<void> {
  await store
    .insert(mutedIssuers)
    .select(sql`select ${accountId}, slug, ${nowSeconds} from desk_issuers where slug = ${issuer}`)
    .onConflictDoNothing();
}

/** Has them shown again, those that are still open too. */
export async function unmute({ store }: Desk, accountId: string, issuer: string): Promise<void> {
  await store
    .delete(mutedIssuers)
    .where(and(eq(mutedIssuers.accountId, accountId), eq(mutedIssuers.issuer, issuer)));
}

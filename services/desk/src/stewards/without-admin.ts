import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { deskIssuers, grants } from '@laurel/store/private/desk';
import { asc, count, sql } from 'drizzle-orm';
import { SERVICE_TRAIL } from '../audit/service-trail.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';
import type { FoundAccount } from '../members/find-account.ts';
import { keepName } from '../members/grants.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import { endSigning } from '../signatories/end-signing.ts';

const GRANT_SECONDS = 365 * 86_400;

/** One page of the issuers whose last admin grant has ended: nobody there can renew anything. */
export async function issuersWithoutAdmin(desk: Desk, page: number) {
  const { store } = desk;
  const [[all], issuers] = await store.batch([
    store.select({ total: count() }).from(deskIssuers).where(hasNoAdmin(desk)),
    store
      .select({ slug: deskIssuers.slug, names: deskIssuers.names })
      .from(deskIssuers)
      .where(hasNoAdmin(desk))
      .orderBy(asc(deskIssuers.slug))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { total: all?.total ?? 0, issuers };
}

/** Gives an issuer that has none an admin for a year. One that has an admin is not the stewards’ to change. */
export async function appointAdmin(
  desk: Desk,
  steward: string,
  slug: string,
  account: FoundAccount,
): Promise<Result<null, Failure>> {
  if (account.id === steward) return refuse({ reason: 'own_grant' });
  const { store, nowSeconds } = desk;
  const told = {
    actor: steward,
    act: 'grant_given',
    subject: { account: account.id },
    details: { grant: 'admin' },
  } as const;
  const own = auditing(desk, { issuer: slug, ...told }, { ifChanged: true });
  const service = auditing(desk, { issuer: SERVICE_TRAIL, ...told }, { ifChanged: true });
  const given = {
    endsAtSeconds: nowSeconds + GRANT_SECONDS,
    grantedBy: steward,
    grantedAtSeconds: nowSeconds,
  };
  const [, , , appointed] = await store.batch([
    own.before,
    service.before,
    endSigning(desk, slug, account.id),
    store
      .insert(grants)
      .select(sql`
        select slug, ${account.id}, 'admin', ${given.endsAtSeconds}, ${steward}, ${nowSeconds}
        from ${deskIssuers} where slug = ${slug} and ${hasNoAdmin(desk)}`)
      .onConflictDoUpdate({
        target: [grants.issuer, grants.accountId, grants.grant],
        set: given,
      })
      .returning({ issuer: grants.issuer }),
    own.after,
    service.after,
    ...keepName(desk, account),
  ]);
  return appointed.length > 0 ? ok(null) : refuse({ reason: 'page_unknown' });
}

function hasNoAdmin({ nowSeconds }: Desk) {
  return sql`not exists (select 1 from grants as held where held.issuer = desk_issuers.slug
    and held.grant = 'admin' and held.ends_at_seconds > ${nowSeconds})`;
}

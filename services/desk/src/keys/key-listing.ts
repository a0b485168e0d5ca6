import type { IssuerKey } from '@laurel/contracts/signer-rpc';
import type { LanguageMap } from '@laurel/core/language';
import { deskIssuers, keyOrderOutcomes, keyOrders } from '@laurel/store/private/desk';
import { asc, count, desc, eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';

export type IssuerWithKeys = {
  readonly slug: string;
  readonly names: LanguageMap;
  readonly keys: readonly IssuerKey[];
};

/** Orders that are told of one issuer: the newest ones. */
const MAX_ORDERS = 20;

/** One page of all issuers with their keys. */
export async function issuersWithKeys(desk: Desk, page: number) {
  const { store, signer } = desk;
  const [[all], issuers] = await store.batch([
    store.select({ total: count() }).from(deskIssuers),
    store
      .select({ slug: deskIssuers.slug, names: deskIssuers.names })
      .from(deskIssuers)
      .orderBy(asc(deskIssuers.slug))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  const keys = await signer.keysOf(issuers.map(({ slug }) => slug));
  return {
    total: all?.total ?? 0,
    issuers: issuers.map(
      (one): IssuerWithKeys => ({
        ...one,
        keys: keys.filter(({ issuer }) => issuer === one.slug),
      }),
    ),
  };
}

/** One issuer with its keys; null where there is none. */
export async function issuerWithKeys(desk: Desk, slug: string): Promise<IssuerWithKeys | null> {
  const [issuer] = await desk.store
    .select({ slug: deskIssuers.slug, names: deskIssuers.names })
    .from(deskIssuers)
    .where(eq(deskIssuers.slug, slug));
  return issuer === undefined ? null : { ...issuer, keys: await desk.signer.keysOf([slug]) };
}

export type KeyOrder = Awaited<ReturnType<typeof ordersFor>>[number];

/** What was ordered about the keys of an issuer, newest first; without an outcome while it is carried out. */
export function ordersFor({ store }: Desk, slug: string) {
  return store
    .select({
      id: keyOrders.id,
      act: keyOrders.act,
      keyId: keyOrders.keyId,
      sinceSeconds: keyOrders.sinceSeconds,
      orderedAtSeconds: keyOrders.orderedAtSeconds,
      outcome: keyOrderOutcomes.outcome,
    })
    .from(keyOrders)
    .leftJoin(keyOrderOutcomes, eq(keyOrderOutcomes.orderId, keyOrders.id))
    .where(eq(keyOrders.issuer, slug))
    .orderBy(desc(keyOrders.orderedAtSeconds), keyOrders.id)
    .limit(MAX_ORDERS);
}

import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { accounts, achievements, deskIssuers, nominations } from '@laurel/store/private/desk';
import { and, count, desc, eq } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { PAGE_SIZE } from '../page/paging.tsx';
import { ERASED } from './erasure.ts';

/** One page of what somebody nominated, newest first, and how many there are. */
export async function ownNominations({ store }: Desk, nominator: string, page: number) {
  const own = eq(nominations.nominator, nominator);
  const [[all], rows] = await store.batch([
    store.select({ total: count() }).from(nominations).where(own),
    store
      .select({
        id: nominations.id,
        issuer: nominations.issuer,
        issuerNames: deskIssuers.names,
        achievementSlug: nominations.achievementSlug,
        achievement: achievements.facts,
        /** Null once the nomination is over and forgot whom it was about. */
        username: accounts.username,
        state: nominations.state,
        answer: nominations.answer,
        createdAtSeconds: nominations.createdAtSeconds,
        lapsesAtSeconds: nominations.lapsesAtSeconds,
      })
      .from(nominations)
      .leftJoin(deskIssuers, eq(deskIssuers.slug, nominations.issuer))
      .leftJoin(
        achievements,
        and(
          eq(achievements.issuer, nominations.issuer),
          eq(achievements.slug, nominations.achievementSlug),
          eq(achievements.current, true),
        ),
      )
      .leftJoin(accounts, eq(accounts.id, nominations.nominee))
      .where(own)
      .orderBy(desc(nominations.createdAtSeconds), desc(nominations.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
  ]);
  return { total: all?.total ?? 0, nominations: rows };
}

export type OwnNomination = Awaited<ReturnType<typeof ownNominations>>['nominations'][number];

/** Takes one’s own nomination back while it waits, and erases what it said at once. */
export async function withdrawNomination(
  { store, nowSeconds }: Desk,
  nominator: string,
  id: string,
): Promise<Result<null, Failure>> {
  const own = and(eq(nominations.id, id), eq(nominations.nominator, nominator));
  const [withdrawn, [before]] = await store.batch([
    store
      .update(nominations)
      .set({ ...ERASED, state: 'withdrawn', decidedAtSeconds: nowSeconds })
      .where(and(own, eq(nominations.state, 'waiting')))
      .returning({ id: nominations.id }),
    store.select({ state: nominations.state }).from(nominations).where(own),
  ]);
  if (withdrawn.length > 0 || before?.state === 'withdrawn') return ok(null);
  return refuse({
    reason: before === undefined ? 'nomination_unknown' : 'nomination_settled',
  });
}

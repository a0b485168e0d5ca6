import type { AuditAct } from '@laurel/core/audit-act';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { MAX_SIGNATORIES } from '@laurel/core/signatory';
import { mayBeNamed, signatories } from '@laurel/store/private/desk';
import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import type { Desk } from '../env.ts';

/** Puts somebody on who offered it, after who is on already. Of two at once, no third gets on. */
export async function putOn(desk: Desk, actor: Actor, id: string): Promise<Result<null, Failure>> {
  const place = await placed(desk, actor, id, {
    act: 'signatory_put_on',
    place: sql`(select coalesce(max(other.place), 0) + 1 ${othersOn(desk)})`,
    where: and(
      isNull(signatories.place),
      sql`(select count(*) ${othersOn(desk)}) < ${MAX_SIGNATORIES}`,
    ),
  });
  if (!place.ok) return place;
  return place.value === null ? refuse({ reason: 'signatories_full' }) : ok(null);
}

/** Has somebody who is on named before the other. */
export async function putFirst(
  desk: Desk,
  actor: Actor,
  id: string,
): Promise<Result<null, Failure>> {
  const place = await placed(desk, actor, id, {
    act: 'signatory_put_first',
    place: sql`(select min(other.place) - 1 ${othersOn(desk)})`,
    where: sql`place > (select min(other.place) ${othersOn(desk)})`,
  });
  if (!place.ok) return place;
  return place.value === null ? refuse({ reason: 'signatory_unknown' }) : ok(null);
}

/** Takes somebody off. What they offered stays, until they take it back. */
export async function takeOff(
  desk: Desk,
  actor: Actor,
  id: string,
): Promise<Result<null, Failure>> {
  const place = await placed(desk, actor, id, {
    act: 'signatory_taken_off',
    place: sql`null`,
    where: isNotNull(signatories.place),
  });
  return place.ok ? ok(null) : place;
}

type Placing = { readonly act: AuditAct; readonly place: SQL; readonly where: SQL | undefined };

/** The others of the same issuer who are on and may be named. */
function othersOn({ nowSeconds }: Desk): SQL {
  return sql`from signatories as other where other.issuer = signatories.issuer
    and other.id <> signatories.id and other.place is not null and ${mayBeNamed('other', nowSeconds)}`;
}

/** Where a signatory stands after the change, made or not: null for who only offers. */
async function placed(
  desk: Desk,
  { issuer, accountId }: Actor,
  id: string,
  { act, place, where }: Placing,
): Promise<Result<number | null, Failure>> {
  const { store, nowSeconds } = desk;
  const offered = and(
    eq(signatories.id, id),
    eq(signatories.issuer, issuer),
    mayBeNamed('signatories', nowSeconds),
  );
  const [found] = await store
    .select({ account: signatories.accountId })
    .from(signatories)
    .where(offered);
  if (found === undefined) return refuse({ reason: 'signatory_unknown' });
  const entry = auditing(
    desk,
    { issuer, actor: accountId, act, subject: found },
    { ifChanged: true },
  );
  const [, , , [now]] = await store.batch([
    entry.before,
    store.update(signatories).set({ place }).where(and(offered, where)),
    entry.after,
    store.select({ place: signatories.place }).from(signatories).where(offered),
  ]);
  return now === undefined ? refuse({ reason: 'signatory_unknown' }) : ok(now.place);
}

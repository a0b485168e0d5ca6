import type { IssuerPatch } from '@laurel/contracts/issuer-requests';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { deskIssuers } from '@laurel/store/private/desk';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { workNow } from '../awarding/work-now.ts';
import type { Desk } from '../env.ts';
import type { Texts } from '../texts/text-rows.ts';

/**
 * Changes an issuer’s names and descriptions, here and where they are public. With `seen`, only where
 * they are still what the writer has seen: nobody overwrites another’s words without knowing.
 */
export async function changeTexts(
  desk: Desk,
  actor: Actor,
  { names, descriptions }: IssuerPatch,
  seen: Texts | null,
): Promise<Result<null, Failure>> {
  const entry = auditing(
    desk,
    {
      issuer: actor.issuer,
      actor: actor.accountId,
      act: 'issuer_changed',
      subject: actor.issuer,
    },
    { ifChanged: true },
  );
  const publishing = workNow(desk, { task: 'publish_issuer', issuer: actor.issuer });
  const [, changed] = await desk.store.batch([
    entry.before,
    desk.store
      .update(deskIssuers)
      .set({
        ...(names === undefined ? {} : { names }),
        ...(descriptions === undefined ? {} : { descriptions }),
      })
      .where(
        and(
          eq(deskIssuers.slug, actor.issuer),
          seen === null ? undefined : eq(deskIssuers.names, seen.names),
          seen === null ? undefined : eq(deskIssuers.descriptions, seen.descriptions),
        ),
      )
      .returning({ slug: deskIssuers.slug }),
    entry.after,
    publishing.ifChanged,
  ]);
  if (changed.length === 0) return refuse({ reason: 'issuer_changed' });
  await publishing.work();
  return ok(null);
}

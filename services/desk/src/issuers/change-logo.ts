import { base64Of } from '@laurel/core/base64';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { checkLogo } from '@laurel/logo/check-logo';
import { outbox } from '@laurel/store/private/desk';
import { sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { workNow } from '../awarding/work-now.ts';
import type { Desk } from '../env.ts';
import { hexOf } from '../hex.ts';

/** A file that is to be a logo; the declared type may say nothing. */
export type GivenLogo = {
  readonly bytes: Uint8Array;
  readonly declaredType: string;
  /** That the issuer may use the mark, as a member says. */
  readonly mayUseMark: boolean;
};

/** Checks a file, and shows what draws in it as the issuer’s logo. */
export async function changeLogo(
  desk: Desk,
  actor: Actor,
  { bytes, declaredType, mayUseMark }: GivenLogo,
): Promise<Result<null, Failure>> {
  if (!mayUseMark) return refuse({ reason: 'mark_not_declared' });
  const checked = await checkLogo(bytes, declaredType);
  if (!checked.ok) return refuse({ reason: 'logo_refused', ...checked.failure });
  const { type } = checked.value;
  const shown = Uint8Array.from(checked.value.bytes);
  const digest = hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', shown)));
  await publishLogo(desk, actor, { type, digest, bytes: base64Of(shown) });
  return ok(null);
}

/** Shows no logo any more. */
export async function removeLogo(desk: Desk, actor: Actor): Promise<void> {
  await publishLogo(desk, actor, null);
}

/** Work that an earlier change has left undone goes, so that it does not come after this one. */
async function publishLogo(
  desk: Desk,
  { issuer, accountId }: Actor,
  logo: Parameters<Desk['signer']['setLogo']>[1],
): Promise<void> {
  const entry = auditing(desk, {
    issuer,
    actor: accountId,
    act: 'logo_changed',
    subject: issuer,
    details: logo === null ? { removed: 1 } : { type: logo.type, digest: logo.digest },
  });
  const publishing = workNow(desk, { task: 'publish_logo', issuer, logo });
  await desk.store.batch([
    entry.before,
    desk.store
      .delete(outbox)
      .where(
        sql`${outbox.task} ->> 'task' = 'publish_logo' and ${outbox.task} ->> 'issuer' = ${issuer}`,
      ),
    entry.after,
    publishing.ifChanged,
  ]);
  await publishing.work();
}

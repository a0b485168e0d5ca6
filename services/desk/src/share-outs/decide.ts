import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { isWikiHost } from '@laurel/core/wiki-host';
import { shareOuts } from '@laurel/store/private/desk';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Actor } from '../acting/actor.ts';
import { auditing } from '../audit/write.ts';
import { awardOnce } from '../awarding/award-once.ts';
import { languageToSign } from '../awarding/language-to-sign.ts';
import { nameOfAccount } from '../awarding/name-of-account.ts';
import type { Desk } from '../env.ts';
import { listShareOuts, type PromisedShareOut } from './list.ts';

/**
 * Recognises what somebody shared: a batch of one, whose consent is asked for, on the day on which it was given, with its
 * address as evidence, in the language that it was shared in where the achievement has it. Nobody decides about their own.
 */
export async function awardShareOut(
  desk: Desk,
  actor: Actor,
  awardId: string,
  label: string,
): Promise<Result<string, Failure>> {
  return awardOnce(desk, actor, {
    key: `share-out:${awardId}`,
    settled: { reason: 'share_out_settled' },
    find: () => givenToDecide(desk, actor, awardId),
    orderOf: async ({ url, language, givenAtSeconds, achievement, accountId }) => {
      const day = dayOf(givenAtSeconds ?? desk.nowSeconds);
      const shared = await languageToSign(desk, actor.issuer, achievement, language);
      return ok({
        achievement,
        ...(shared === null ? {} : { language: shared }),
        period: { start: day, end: day },
        evidence:
          url === null ? [] : [{ class: isOnWiki(url) ? 'on-wiki-page' : 'attestation', url }],
        consent: 'ask',
        label,
        recipients: [{ username: await nameOfAccount(desk, accountId), accountId }],
      });
    },
    ending: () => thanking(desk, actor, awardId),
  });
}

/** Asks for it again, with kind words that its holder alone reads. */
export async function askAgain(
  desk: Desk,
  actor: Actor,
  awardId: string,
  answer: string,
): Promise<Result<null, Failure>> {
  const found = await givenToDecide(desk, actor, awardId);
  if (!found.ok) return found;
  const entry = auditing(
    desk,
    {
      issuer: actor.issuer,
      actor: actor.accountId,
      act: 'share_out_asked_again',
      subject: awardId,
    },
    { ifChanged: true },
  );
  const [, asked] = await desk.store.batch([
    entry.before,
    desk.store
      .update(shareOuts)
      .set({ state: 'open', answer, ...decidedBy(desk, actor) })
      .where(decidable(actor, awardId))
      .returning({ awardId: shareOuts.awardId }),
    entry.after,
  ]);
  return asked.length > 0 ? ok(null) : refuse({ reason: 'share_out_settled' });
}

async function givenToDecide(
  desk: Desk,
  actor: Actor,
  awardId: string,
): Promise<Result<PromisedShareOut, Failure>> {
  const found = (await listShareOuts(desk, actor)).find((one) => one.awardId === awardId);
  if (found === undefined || found.isOwn) return refuse({ reason: 'page_unknown' });
  return found.state === 'given' ? ok(found) : refuse({ reason: 'share_out_settled' });
}

function isOnWiki(url: string): boolean {
  return isWikiHost(new URL(url).hostname);
}

function decidable({ issuer, accountId }: Actor, awardId: string) {
  return and(
    eq(shareOuts.awardId, awardId),
    eq(shareOuts.issuer, issuer),
    eq(shareOuts.state, 'given'),
    ne(shareOuts.accountId, accountId),
  );
}

function decidedBy({ nowSeconds }: Desk, { accountId }: Actor) {
  return { decidedBy: accountId, decidedAtSeconds: nowSeconds };
}

/**
 * Statements for the transaction of the batch. The last one writes a row that is there already, which fails and
 * takes all of it back, unless this decided about what was given.
 */
function thanking(desk: Desk, actor: Actor, awardId: string) {
  const { store, nowSeconds } = desk;
  const entry = auditing(desk, {
    issuer: actor.issuer,
    actor: actor.accountId,
    act: 'share_out_thanked',
    subject: awardId,
  });
  return [
    entry.before,
    store
      .update(shareOuts)
      .set({ state: 'done', ...decidedBy(desk, actor) })
      .where(decidable(actor, awardId)),
    store.insert(shareOuts).select(sql`select * from ${shareOuts} where award_id = ${awardId}
      and not (state = 'done' and decided_by = ${actor.accountId} and decided_at_seconds = ${nowSeconds})`),
    entry.after,
  ];
}

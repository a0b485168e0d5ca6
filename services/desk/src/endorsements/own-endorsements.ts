import {
  accounts,
  achievements,
  awards,
  deskIssuers,
  endorsements,
  intents,
} from '@laurel/store/private/desk';
import { and, desc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Desk } from '../env.ts';
import { FROM_UNMUTED } from './muted-askers.ts';

/** What was signed of it last; null where nothing was. Whether it still stands PUBLIC knows. */
const SIGNED = sql<string | null>`(select ${intents.credentialId} from ${intents}
  where ${intents.endorsement} = ${endorsements.id} and ${intents.state} = 'released'
  order by ${intents.recordedAtSeconds} desc limit 1)`;

/** What a holder asked for about the credentials of an award, and what came of it; oldest first. */
export async function endorsementsOfAward({ store }: Desk, holder: string, awardId: string) {
  const rows = await store
    .select({ endorsement: endorsements, username: accounts.username, signed: SIGNED })
    .from(endorsements)
    .leftJoin(accounts, eq(accounts.id, endorsements.endorserAccountId))
    .where(
      and(
        eq(endorsements.holderAccountId, holder),
        eq(endorsements.awardId, awardId),
        inArray(endorsements.state, ['asked', 'declined', 'written', 'accepted']),
      ),
    )
    .orderBy(endorsements.askedAtSeconds, endorsements.id);
  // Nobody learns that they declined.
  return rows.map((row) => ({
    ...row,
    state: row.endorsement.state === 'declined' ? ('asked' as const) : row.endorsement.state,
  }));
}

export type OwnEndorsement = Awaited<ReturnType<typeof endorsementsOfAward>>[number];

/** An endorsement of a holder, however it stands; null for a stranger's and for none. */
export async function endorsementOfHolder({ store }: Desk, holder: string, id: string) {
  const [row] = await store
    .select({ awardId: endorsements.awardId })
    .from(endorsements)
    .where(and(eq(endorsements.id, id), eq(endorsements.holderAccountId, holder)));
  return row ?? null;
}

/** What somebody is asked for, and what they wrote; newest first. Without those whom they muted. */
export function asksTo(desk: Desk, endorser: string) {
  return asks(desk, endorser, or(eq(endorsements.state, 'accepted'), FROM_UNMUTED));
}

/** One of them; null where there is none. */
export async function askTo(desk: Desk, endorser: string, id: string): Promise<Ask | null> {
  const [found] = await asks(desk, endorser, eq(endorsements.id, id));
  return found ?? null;
}

export type Ask = Awaited<ReturnType<typeof asks>>[number];

function asks({ store, nowSeconds }: Desk, endorser: string, condition: SQL | undefined) {
  return store
    .select({
      endorsement: endorsements,
      /** Whoever asks. */
      username: accounts.username,
      achievement: achievements.facts,
      issuerNames: deskIssuers.names,
      periodStart: awards.periodStart,
      periodEnd: awards.periodEnd,
      mayIncludeMinors: awards.mayIncludeMinors,
      /** What the credential says of its holder. */
      disclosure: intents.disclosure,
    })
    .from(endorsements)
    .innerJoin(awards, eq(awards.id, endorsements.awardId))
    .innerJoin(achievements, eq(achievements.id, awards.achievementId))
    .innerJoin(deskIssuers, eq(deskIssuers.slug, awards.issuer))
    .innerJoin(intents, eq(intents.credentialId, endorsements.credentialId))
    .leftJoin(accounts, eq(accounts.id, endorsements.holderAccountId))
    .where(
      and(
        eq(endorsements.endorserAccountId, endorser),
        or(
          eq(endorsements.state, 'accepted'),
          and(
            inArray(endorsements.state, ['asked', 'written']),
            gt(endorsements.lapsesAtSeconds, nowSeconds),
          ),
        ),
        condition,
      ),
    )
    .orderBy(desc(endorsements.askedAtSeconds), endorsements.id);
}

/** Whether somebody is asked for words now, and the awards for which a story waits for them. */
export async function waitingFor({ store, nowSeconds }: Desk, accountId: string) {
  const open = gt(endorsements.lapsesAtSeconds, nowSeconds);
  const [asked, written] = await store.batch([
    store
      .select({ id: endorsements.id })
      .from(endorsements)
      .where(
        and(
          eq(endorsements.endorserAccountId, accountId),
          eq(endorsements.state, 'asked'),
          open,
          FROM_UNMUTED,
        ),
      )
      .limit(1),
    store
      .selectDistinct({ awardId: endorsements.awardId })
      .from(endorsements)
      .where(
        and(eq(endorsements.holderAccountId, accountId), eq(endorsements.state, 'written'), open),
      ),
  ]);
  return { isAsked: asked.length > 0, awardIds: written.map(({ awardId }) => awardId) };
}

export type WaitingEndorsements = Awaited<ReturnType<typeof waitingFor>>;

/** What was signed of what somebody wrote, by the ids of the signed ones. */
export async function writtenEndorsements({ store }: Desk, endorser: string) {
  return store
    .select({ credentialId: intents.credentialId, behaviour: endorsements.behaviour })
    .from(intents)
    .innerJoin(endorsements, eq(endorsements.id, intents.endorsement))
    .where(and(eq(endorsements.endorserAccountId, endorser), eq(intents.state, 'released')));
}

export type WrittenEndorsement = Awaited<ReturnType<typeof writtenEndorsements>>[number];

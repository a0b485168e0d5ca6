import { addMonths, dayOf, secondsAt } from '@laurel/core/day';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { anAwardRequest, award } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { callApi, privateStore } from '../support/desk-calls.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { callSignedIn } from '../support/signing.ts';
import { signedIn } from '../support/stored-sessions.ts';

/** At most two terms in a row, of at most a year. */
const ROLE = 'role-campaign-coordinator';
const MOST_IN_A_ROW = 2;
const PEOPLE = 8;
const PATIENCE_MS = 240_000;
const SEED = Number(process.env.LAUREL_PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const THIS_YEAR = `${new Date().getUTCFullYear()}-01-01`;

let laurel: Laurel;
let admin: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await aMember(laurel, 'Admin of Mbalmayo', ['admin']);
});
afterAll(() => laurel.stop());

/** Terms begin at half years, so that they overlap, follow each other, and leave pauses. */
const aTerm = fc
  .record({ half: fc.integer({ min: -8, max: 8 }), months: fc.constantFrom(6, 12, 12, 12, 13) })
  .map(({ half, months }) => {
    const start = addMonths(THIS_YEAR, half * 6);
    return { start, end: dayOf(secondsAt(addMonths(start, months)) - 86_400) };
  });

const anyAct = fc.oneof(
  { weight: 8, arbitrary: fc.record({ act: fc.constant('ask' as const), period: aTerm }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('ask_two_at_once' as const),
      period: aTerm,
      second: aTerm,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constantFrom('accept' as const, 'decline' as const) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constantFrom('cancel' as const, 'revoke' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('except' as const) }) },
);

type Act = typeof anyAct extends fc.Arbitrary<infer Kind> ? Kind : never;
type Held = { readonly id: string; readonly claim: string; readonly state: string } & {
  readonly start: string;
  readonly end: string;
};

/** The terms that stand in the way of others, as they are stored. */
async function liveTerms(username: string): Promise<readonly Held[]> {
  const { results } = await (await privateStore(laurel))
    .prepare(
      `select id, claim_code as claim, state, period_start as start, period_end as end from awards
        where account_id = ? and achievement_slug = ? and state in ('offered', 'accepted', 'declined')
        order by period_start`,
    )
    .bind(accountIdOf(username), ROLE)
    .all<Held>();
  return results;
}

async function ask(username: string, period: { start: string; end: string }): Promise<void> {
  const of = { achievement: ROLE, period, hours: undefined, evidence: [], consent: 'ask' };
  const { recipients } = await award(laurel, anAwardRequest({ ...of, recipients: [{ username }] }));
  expect(['open', 'refused']).toContain(recipients[0]?.state);
}

/** Does it to the first award that it can be done to; true where an exception was recorded. */
async function perform(username: string, session: BrowserSession, act: Act): Promise<boolean> {
  const live = await liveTerms(username);
  const first = (state: string) => live.find((one) => one.state === state);
  switch (act.act) {
    case 'ask':
      await ask(username, act.period);
      return false;
    case 'ask_two_at_once':
      await Promise.all([ask(username, act.period), ask(username, act.second)]);
      return false;
    case 'accept':
    case 'decline': {
      const offer = first('offered');
      if (offer !== undefined) await session.post(`/claim/${offer.claim}/${act.act}`);
      return false;
    }
    case 'cancel':
    case 'revoke': {
      const [path, body] =
        act.act === 'cancel'
          ? (['cancellation', undefined] as const)
          : (['revocation', { reason: 'issued_in_error' }] as const);
      const one = first(act.act === 'cancel' ? 'offered' : 'accepted');
      if (one !== undefined) await callApi(laurel, 'POST', `/awards/${one.id}/${path}`, body);
      return false;
    }
    case 'except': {
      const one = first('accepted');
      if (one === undefined) return false;
      const why = 'Nobody else has learned the archive yet.';
      const until = addMonths(THIS_YEAR, 120);
      const made = await callSignedIn(laurel, admin, 'POST', `/awards/${one.id}/exceptions`, {
        why,
        until,
      });
      expect(made.status).toBe(201);
      return true;
    }
  }
}

/** How many terms follow one another with less than a usual term between them: a pause of a year begins anew. */
function longestRow(terms: readonly Held[]): number {
  let longest = 0;
  let row = 0;
  let before: Held | null = null;
  for (const term of terms) {
    const isRested = before === null || term.start > addMonths(before.end, 12);
    row = isRested ? 1 : row + 1;
    longest = Math.max(longest, row);
    before = term;
  }
  return longest;
}

test(
  'however terms are asked for, answered and taken back, none overlap, and no more are in a row than the policy says without an exception',
  async () => {
    const lives = fc.sample(fc.array(anyAct, { minLength: 6, maxLength: 14 }), {
      numRuns: PEOPLE,
      seed: SEED,
    });
    let rows = 0;
    for (const [at, acts] of lives.entries()) {
      const username = `Asked ${at} of Mbalmayo`;
      const session = await signedIn(laurel, username);
      let isExcepted = false;
      for (const [place, act] of acts.entries()) {
        isExcepted = (await perform(username, session, act)) || isExcepted;
        const live = await liveTerms(username);
        const why = `seed ${SEED}, ${username}: ${JSON.stringify(acts.slice(0, place + 1))}`;
        for (const [next, term] of live.entries()) {
          const before = live[next - 1];
          if (before !== undefined) expect(term.start > before.end, why).toBe(true);
          expect(term.end <= addMonths(term.start, 12) || isExcepted, why).toBe(true);
        }
        const row = longestRow(live);
        if (!isExcepted) expect(row, why).toBeLessThanOrEqual(MOST_IN_A_ROW);
        rows = Math.max(rows, row);
      }
    }
    // The limit was really reached by somebody.
    expect(rows).toBeGreaterThanOrEqual(MOST_IN_A_ROW);
  },
  PATIENCE_MS,
);

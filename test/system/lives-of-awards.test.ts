import { addMonths, dayOf, secondsAt } from '@laurel/core/day';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAwardRequest, award as awardTo, revoke } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { callApi, privateStore } from '../support/desk-calls.ts';
import { makeCredential } from '../support/holding.ts';
import {
  afterDays,
  afterDeed,
  anyDeed,
  type Deed,
  type ModelledAward,
  offeredAward,
  toldToIssuer,
  toldToPartners,
} from '../support/modelled-award.ts';
import { type MovedLaurel, startMovedLaurel } from '../support/moved-laurel.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { checkIn, postVerify, verifyBy } from '../support/verifying.ts';

const DAY_SECONDS = 86_400;
const ROLE = 'role-campaign-coordinator';
/** All lives go on at once, as each move of the clock starts everything again. A failure names the seed that brings them back. */
const SAMPLE = {
  numRuns: 20,
  seed: Number(process.env.LAUREL_PROPERTY_SEED ?? Date.now() % 1_000_000_000),
};
/** What passes after each part of a life: a month and a half, then past the lapse of offers, then past the end of a year. */
const DAYS_AFTER_PARTS = [45, 140, 180];
const PATIENCE_MS = 600_000;

let moved: MovedLaurel;
beforeAll(async () => {
  moved = await startMovedLaurel();
});
afterAll(() => moved.stop());

const today = () => dayOf(moved.nowSeconds());

const ACCEPTED: Deed = { by: 'holder', deed: 'accept' };
const SHOWN: readonly Deed[] = [
  ACCEPTED,
  { by: 'holder', deed: 'make', disclosure: 'none' },
  { by: 'holder', deed: 'link', link: 'on' },
];

/** Most lives begin with what shows the most, so that there is something to be told of wrongly. */
const anyBeginning: fc.Arbitrary<readonly Deed[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(SHOWN) },
  { weight: 1, arbitrary: fc.constantFrom([], [ACCEPTED]) },
);

/** What is done to one award: some deeds, then time passes, then some more. */
const anyLife = fc.record({
  beginning: anyBeginning,
  /** Months from now at which the year of the role begins. */
  begins: fc.constantFrom(-1, -1, -1, 0, 3),
  parts: fc.array(fc.array(anyDeed, { maxLength: 5 }), {
    minLength: DAYS_AFTER_PARTS.length + 1,
    maxLength: DAYS_AFTER_PARTS.length + 1,
  }),
});

type Life = {
  readonly name: string;
  readonly id: string;
  readonly claim: string;
  readonly offeredAtSeconds: number;
  readonly parts: readonly (readonly Deed[])[];
  award: ModelledAward;
  session: BrowserSession;
  /** In the order of the model's. */
  readonly credentials: string[];
  /** Of each credential, as it was first read by a stranger. */
  readonly signed: Map<string, string>;
};

async function begin(name: string, begins: number, parts: Life['parts']): Promise<Life> {
  const start = addMonths(today(), begins);
  const period = { start, end: dayOf(secondsAt(addMonths(start, 12)) - DAY_SECONDS) };
  const { recipients } = await awardTo(
    moved.now(),
    anAwardRequest({
      achievement: ROLE,
      period,
      hours: undefined,
      evidence: [],
      consent: 'ask',
      recipients: [{ username: name }],
    }),
  );
  const [row] = recipients;
  if (row?.award === undefined || row.claim === undefined) throw new Error('nothing was offered');
  const { award: id } = row;
  const claim = new URL(row.claim).pathname;
  return {
    name,
    id,
    claim,
    offeredAtSeconds: moved.nowSeconds(),
    parts,
    award: offeredAward(period),
    session: await signedIn(moved.now(), name),
    credentials: [],
    signed: new Map(),
  };
}

/** Does it in the running system; true where it was done. */
async function perform(life: Life, deed: Deed): Promise<boolean> {
  const { session, id, claim } = life;
  const newest = life.credentials.at(-1) ?? 'none';
  const isDone = async (answer: Promise<Response>) => {
    const { status } = await answer;
    expect(status, `${deed.deed} of ${life.name}`).toBeLessThan(500);
    return status < 400;
  };
  switch (deed.deed) {
    case 'accept':
    case 'decline':
      return isDone(session.post(`${claim}/${deed.deed}`));
    case 'make': {
      const page = await session.get(`/me/awards/${id}`);
      if (!(await page.text()).includes('name="request_key"')) return false;
      life.credentials.push(await makeCredential(session, id, { disclosure: deed.disclosure }));
      return true;
    }
    case 'link':
      return isDone(session.post(`/me/credentials/${newest}/link`, { link: deed.link }));
    case 'withdraw':
      return isDone(session.post(`/me/credentials/${newest}/withdraw`));
    case 'cancel':
      return isDone(callApi(moved.now(), 'POST', `/awards/${id}/cancellation`));
    case 'suspend':
      return isDone(
        callApi(moved.now(), 'POST', `/awards/${id}/suspension`, { reason: 'under_review' }),
      );
    case 'lift':
      return isDone(callApi(moved.now(), 'DELETE', `/awards/${id}/suspension`));
    case 'revoke':
      return isDone(revoke(moved.now(), id, { reason: 'issued_in_error' }));
    case 'take_break':
    case 'step_down':
      return isDone(
        session.post(`/me/awards/${id}/term`, {
          step: deed.deed,
          until: '',
          ...(deed.shows ? { shows_break: 'yes', shows_stepping_down: 'yes' } : {}),
        }),
      );
    default:
      return isDone(session.post(`/me/awards/${id}/term`, { step: deed.deed }));
  }
}

/** What stands and what is told of it, to its issuer and to strangers, is what the model says. */
async function check(life: Life, done: readonly Deed[]): Promise<void> {
  const { award, id, name } = life;
  const why = `seed ${SAMPLE.seed}, ${name}: ${JSON.stringify(done)}`;
  const row = await (await privateStore(moved.now()))
    .prepare('select state from awards where id = ?')
    .bind(id)
    .first<string>('state');
  // Nothing is lost but an offer that nobody accepted in half a year.
  expect(row, why).toBe(award.state === 'lapsed' ? null : award.state);
  const told = await callApi(moved.now(), 'GET', `/awards/${id}`);
  if (award.state === 'lapsed') {
    expect(told.status, why).toBe(404);
  } else {
    const { state } = (await told.json()) as { state: string };
    expect(state, why).toBe(toldToIssuer(award));
  }
  for (const [place, credential] of award.credentials.entries()) {
    const credentialId = life.credentials[place] ?? '';
    const url = `${moved.now().url}/c/${credentialId}`;
    const expected = toldToPartners(award, credential, today());
    if (expected === null) {
      expect((await fetch(url)).status, why).toBe(404);
      expect((await postVerify(moved.now(), { url })).status, why).not.toBe(500);
      continue;
    }
    const report = await verifyBy(moved.now(), { url });
    const { verdict } = report;
    expect({ verdict, role: checkIn(report, 'role')?.finding }, why).toEqual(expected);
    const page = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
    const said = `${page}${JSON.stringify(report)}`;
    if (credential.disclosure === 'none') expect(said, why).not.toContain(name);
    if (!award.isShown) expect(said, why).not.toMatch(/on a break|on_break|stepped[ _]down/i);
    const file = await fetch(`${url}.json`);
    // The bytes of what was withdrawn are gone, also where it was revoked before.
    if (!file.ok) {
      expect(credential.isWithdrawn, why).toBe(true);
      continue;
    }
    const bytes = await file.text();
    expect(bytes, why).toBe(life.signed.get(credentialId) ?? bytes);
    life.signed.set(credentialId, bytes);
  }
}

test(
  'no path of an award loses it, revokes for leaving, or shows what was not disclosed',
  async () => {
    const lives: Life[] = [];
    for (const [at, { beginning, begins, parts }] of fc.sample(anyLife, SAMPLE).entries()) {
      const [first = [], ...later] = parts;
      lives.push(
        await begin(`Lives ${at} of Bamenda`, begins, [[...beginning, ...first], ...later]),
      );
    }
    for (const part of [0, ...DAYS_AFTER_PARTS.keys()].keys()) {
      for (const life of lives) await livePart(life, part);
      const days = DAYS_AFTER_PARTS[part];
      if (days !== undefined) await pass(lives, days);
    }
  },
  PATIENCE_MS,
);

async function livePart(life: Life, part: number): Promise<void> {
  const done: Deed[] = [];
  for (const deed of life.parts[part] ?? []) {
    done.push(deed);
    const { award, isDone } = afterDeed(life.award, deed, today());
    const why = `seed ${SAMPLE.seed}, ${life.name}: ${JSON.stringify(done)}`;
    expect(await perform(life, deed), why).toBe(isDone);
    life.award = award;
    await check(life, done);
  }
}

/** Days go by; whoever was signed in is so no more. */
async function pass(lives: readonly Life[], days: number): Promise<void> {
  await moved.later(days * DAY_SECONDS);
  await moved.now().runtime.tick();
  for (const life of lives) {
    life.award = afterDays(
      life.award,
      Math.floor((moved.nowSeconds() - life.offeredAtSeconds) / DAY_SECONDS),
    );
    life.session = await signedIn(moved.now(), life.name);
    await check(life, []);
  }
}

import { AwardRequest } from '@laurel/contracts/award-request';
import type { TokenScope } from '@laurel/core/issuer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf, STEWARD } from '../../development/demonstration/seed.ts';
import { acceptBatch } from '../../services/desk/src/awarding/accept-batch.ts';
import { workTask } from '../../services/desk/src/awarding/outbox.ts';
import { type DeskEnv, deskFor } from '../../services/desk/src/env.ts';
import { type SignerEnv, signingFor } from '../../services/signer/src/env.ts';
import { completePaperJwts } from '../../services/signer/src/issue/complete-rsa.ts';
import { issue } from '../../services/signer/src/issue/issue.ts';
import { sequenceLog } from '../../services/signer/src/log/sequence-log.ts';
import { type Asked, keepingWhatIsAsked } from '../support/asked-plans.ts';
import { anAwardRequest } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

/** Of D1: bound parameters, bytes of a statement, and bytes of a value (Cloudflare D1, "Limits"). */
const LIMITS = { parameters: 100, statementBytes: 100_000, valueBytes: 2_000_000 };

/** Statements that one invocation may ask (the same). */
const MAX_STATEMENTS = 1_000;

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

/** What the databases are asked from the request to the last token of a batch, by the invocation that asks it. */
async function askedFor(people: number): Promise<readonly (readonly Asked[])[]> {
  const { miniflare } = laurel.runtime;
  const deskEnv = await miniflare.getBindings<DeskEnv>('laurel-desk');
  const signerEnv = await miniflare.getBindings<SignerEnv>('laurel-signer');
  const invocations: (readonly Asked[])[] = [];
  const invoke = async <Answer>(
    call: (wrap: (database: D1Database) => D1Database) => Promise<Answer>,
  ) => {
    const all: (readonly Asked[])[] = [];
    const answer = await call((database) => {
      const { keeping, asked } = keepingWhatIsAsked(database);
      all.push(asked);
      return keeping;
    });
    invocations.push(all.flat());
    return answer;
  };
  const signing = <Answer>(work: (of: ReturnType<typeof signingFor>) => Promise<Answer>) =>
    invoke(async (wrap) => {
      const of = signingFor({
        ...signerEnv,
        PUBLIC: wrap(signerEnv.PUBLIC),
        PRIVATE: wrap(signerEnv.PRIVATE),
      });
      const answer = await work(of);
      await sequenceLog(of);
      return answer;
    });
  const hinted: string[] = [];
  const desk = <Answer>(work: (of: ReturnType<typeof deskFor>) => Promise<Answer>) =>
    invoke((wrap) => {
      const of = deskFor({ ...deskEnv, PRIVATE: wrap(deskEnv.PRIVATE) });
      return work({
        ...of,
        // Worked here, one after another, and not by the queue.
        hint: async (ids) => {
          hinted.push(...ids);
        },
        signer: {
          ...of.signer,
          publishAchievements: (ids) => deskEnv.SIGNER.publishAchievements(ids),
          issue: (requests) => signing((its) => issue(its, requests)),
          completeJwts: (awards) => signing((its) => completePaperJwts(its, awards)),
        },
      });
    });

  const recipients = Array.from({ length: people }, (_, at) => ({
    username: `Counted ${people} of ${at}`,
  }));
  const actor = {
    issuer: laurel.issuer,
    accountId: accountIdOf(STEWARD),
    scopes: new Set<TokenScope>(['awards:write']),
  };
  const request = AwardRequest.parse(anAwardRequest({ recipients }));
  const accepted = await desk((of) =>
    acceptBatch(of, actor, request, { key: `counted-${people}`, bodyHash: '' }),
  );
  if (!accepted.ok) throw new Error(accepted.failure.reason);
  for (const id of hinted) await desk((of) => workTask(of, id));
  return invocations;
}

test('what a batch asks of the databases does not grow with its people, and stays within what D1 takes', async () => {
  const few = await askedFor(50);
  const many = await askedFor(1_000);
  const count = await issuedRows();
  const of = (all: readonly (readonly Asked[])[]) => all.flat().length;

  expect(count).toBe(1_050);
  // Twenty times the people are four tasks instead of one, and texts of some kilobytes go 33 to a statement.
  expect(of(many)).toBeLessThan(6 * of(few));
  expect(of(many) / 1_000).toBeLessThan(0.6);
  for (const asked of many) expect(asked.length).toBeLessThan(MAX_STATEMENTS);
  for (const { sql, values } of many.flat()) {
    expect(values.length).toBeLessThanOrEqual(LIMITS.parameters);
    expect(sql.length).toBeLessThan(LIMITS.statementBytes);
    for (const value of values)
      expect(Buffer.byteLength(String(value))).toBeLessThan(LIMITS.valueBytes);
  }
});

async function issuedRows(): Promise<number | null> {
  const database = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  return database
    .prepare('select count(*) as rows from credentials where rsa_jwt is not null')
    .first<number>('rows');
}

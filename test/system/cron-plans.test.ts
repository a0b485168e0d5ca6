import { afterAll, beforeAll, expect, test } from 'vitest';
import { dutiesAt } from '../../services/desk/src/cron.ts';
import { type DeskEnv, deskFor } from '../../services/desk/src/env.ts';
import { type SignerEnv, signingFor } from '../../services/signer/src/env.ts';
import { publishOpenSeats } from '../../services/signer/src/publish-open-seats.ts';
import { keepingWhatIsAsked, planOf } from '../support/asked-plans.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';

/** Tables that grow with people and what they are recognised for: nothing that comes every minute reads them whole. */
const GROWING =
  /^SCAN (?:ended|awards|batch_rows|intents|endorsements|mentorships|nominations|accounts|audit|audit_people)\b(?! USING (?:COVERING )?INDEX \w*_(?:lapsing|ending|due))/;

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

async function plansAt(cron: string): Promise<readonly (readonly [string, readonly string[]])[]> {
  const env = await laurel.runtime.miniflare.getBindings<DeskEnv>('laurel-desk');
  const { keeping, asked } = keepingWhatIsAsked(env.PRIVATE);
  for (const duty of Object.values(dutiesAt(cron)))
    await duty(() => deskFor({ ...env, PRIVATE: keeping }));
  expect(asked.length).toBeGreaterThan(0);
  return Promise.all(asked.map(async (one) => [one.sql, await planOf(env.PRIVATE, one)] as const));
}

test.each(['* * * * *', '17 * * * *'])(
  'what the desk asks at %s reads no table whole that grows',
  async (cron) => {
    const plans = await plansAt(cron);

    expect(plans.filter(([, plan]) => plan.some((line) => GROWING.test(line)))).toEqual([]);
  },
);

test('nor does telling which roles end soon', async () => {
  const env = await laurel.runtime.miniflare.getBindings<SignerEnv>('laurel-signer');
  const { keeping, asked } = keepingWhatIsAsked(env.PRIVATE);

  await publishOpenSeats(signingFor({ ...env, PRIVATE: keeping }), null);

  const plans = await Promise.all(asked.map((one) => planOf(env.PRIVATE, one)));
  expect(plans.length).toBeGreaterThan(1);
  expect(plans.flat().filter((line) => GROWING.test(line))).toEqual([]);
});

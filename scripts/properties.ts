import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';

/** For a night: what `npm test` tries, fifty times over. */
const CASES = process.env.LAUREL_PROPERTY_CASES ?? '100000';

/** Named at the beginning, so that the same cases can be had again. */
const SEED = process.env.LAUREL_PROPERTY_SEED ?? String(randomInt(2 ** 31));

console.log(`${CASES} cases. The same again: LAUREL_PROPERTY_SEED=${SEED} npm run test:properties`);

const tests = spawn(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'test/properties', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, LAUREL_PROPERTY_CASES: CASES, LAUREL_PROPERTY_SEED: SEED },
  },
);
tests.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../development/build.ts';

/** Programs that judge the whole tree. Each counts as one test. */
const CHECKS = [
  { title: 'types', parameters: ['node_modules/typescript/bin/tsc', '--project', '.'] },
  {
    title: 'types of what runs in browsers',
    parameters: ['node_modules/typescript/bin/tsc', '--project', 'services/verifier/browser'],
  },
  {
    title: 'format and lint',
    parameters: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'],
  },
  { title: 'unused code and dependencies', parameters: ['node_modules/knip/bin/knip.js'] },
] as const;

/** What takes minutes more, and what needs poppler and qpdf, is run only where it is asked for. */
const ALL_OPTION = '--all';
const FURTHER_TESTS = ['test/at-length/vitest.config.ts', 'test/pdf/vitest.config.ts'] as const;

const all = process.argv.includes(ALL_OPTION);
const parameters = process.argv.slice(2).filter((parameter) => parameter !== ALL_OPTION);

let passed = 0;
let failed = 0;
/** Said once more at the end, where they are found after thousands of lines. */
const failures: string[] = [];

for (const { title, parameters } of CHECKS) {
  count(title, (await run(parameters)) === 0);
}
await build().then(
  () => count('the Workers build', true),
  (error: unknown) => {
    console.error(error);
    count('the Workers build', false);
  },
);
await runTests(parameters);
for (const config of all ? FURTHER_TESTS : []) await runTests(['--config', config]);
for (const failure of failures) console.log(`FAILED: ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function count(title: string, good: boolean): void {
  console.log(`${good ? 'passed' : 'FAILED'}: ${title}`);
  if (good) {
    passed += 1;
  } else {
    failed += 1;
    failures.push(title);
  }
}

/** Counted from what the test runner reports, so that a file that does not load counts as failed. */
async function runTests(parameters: readonly string[]): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'laurel-test-'));
  const file = join(directory, 'report.json');
  const code = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...parameters,
  ]);
  const report: {
    numPassedTests: number;
    numFailedTests: number;
    testResults: {
      name: string;
      status: string;
      message: string;
      assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
    }[];
  } = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(directory, { recursive: true });
  const filesThatFailedToLoad = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  );
  for (const { name, message, assertionResults } of report.testResults) {
    for (const { status, fullName, failureMessages = [] } of assertionResults) {
      if (status === 'failed') failures.push(`${name}: ${fullName}\n${failureMessages.join('\n')}`);
    }
    if (filesThatFailedToLoad.some((file) => file.name === name)) {
      failures.push(`${name}\n${message}`);
    }
  }
  passed += report.numPassedTests;
  failed += report.numFailedTests + filesThatFailedToLoad.length;
  if (code !== 0 && failed === 0) failed = 1;
}

function run(parameters: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, parameters, { stdio: 'inherit' });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

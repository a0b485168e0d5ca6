import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([
  { script: 'bench', given: ['servign'], said: 'There is no part servign' },
  { script: 'bench', given: ['toString'], said: 'There is no part toString' },
  { script: 'bench', given: ['--wirte'], said: 'npm run bench --' },
  { script: 'bench', given: ['--people', '1e5'], said: '1e5' },
  { script: 'scale', given: ['--wirte'], said: 'npm run scale --' },
  { script: 'counters', given: ['--all'], said: 'npm run counters' },
])('npm run $script refuses $given before it does anything', ({ script, given, said }) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`scripts/${script}.ts`, ...given],
    { encoding: 'utf8', timeout: 30_000 },
  );

  expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
  expect(stderr).toContain(said);
  expect(stderr).not.toContain('    at ');
});

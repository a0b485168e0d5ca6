import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * Ends this process's children should it be killed without a chance to do so itself. A second process
 * holds one end of a pipe and does nothing until the other end goes away. Answers how to dismiss it.
 */
export function leaveNoOrphans(): () => void {
  const guard: ChildProcess = spawn(
    process.execPath,
    [`${import.meta.dirname}/orphan-guard.ts`, ...childrenOf(process.pid)],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  guard.unref();
  return () => guard.kill();
}

function childrenOf(pid: number): readonly string[] {
  const listed = `/proc/${pid}/task/${pid}/children`;
  const printed = existsSync(listed)
    ? readFileSync(listed, 'utf8')
    : execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  return printed.split(/\s+/).filter((child) => child !== '');
}

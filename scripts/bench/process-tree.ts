import { readdirSync, readFileSync } from 'node:fs';

/** A tick of `/proc/{pid}/stat` on Linux (`getconf CLK_TCK`). */
const TICK_MS = 10;

export type ProcessUse = { readonly cpuMs: number; readonly residentMiB: number };

/** What processes of a name that descend from this one have used of the processors, and hold of memory. Linux only. */
export function useOf(name: string): ProcessUse {
  const processes = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      const found = statOf(entry);
      return found === null ? [] : [found];
    });
  const ours = new Set([process.pid]);
  // A child may be listed before its parent: look until no more are found.
  for (let size = 0; size !== ours.size; ) {
    size = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
  }
  const named = processes.filter((one) => ours.has(one.pid) && one.name.startsWith(name));
  return {
    cpuMs: named.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    residentMiB: named.reduce((sum, { pid }) => sum + residentMiB(pid), 0),
  };
}

/** What one process has used of the processors. Linux only. */
export function cpuMsOf(pid: number): number {
  return statOf(String(pid))?.cpuMs ?? Number.NaN;
}

function statOf(pid: string) {
  try {
    const [, name = '', rest = ''] =
      /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const fields = rest.split(' ');
    const cpuMs = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    return { pid: Number(pid), name, parent: Number(fields[1]), cpuMs };
  } catch {
    // It ended while we looked.
    return null;
  }
}

/** Memory that is this process's alone, or its share where several have it. */
function residentMiB(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

import { readdirSync, readFileSync } from 'node:fs';

const PAGE_KIB = 4;
const TYPES: Record<string, string> = { renderer: 'Tab', 'gpu-process': 'GPU', utility: 'Utility', zygote: 'Zygote' };

/** A process of the app: a number of Linux's, and what its command line says it is. */
export interface Process {
  pid: number;
  type: string;
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // it has ended
  }
}

/** This process and all below it; only this one where there is no /proc. */
export function processes(): Process[] {
  const parents = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const parent = Number(readProc(Number(name), 'stat').split(') ').at(-1)?.split(' ')[1]);
      parents.set(Number(name), parent);
    }
  } catch {
    return [{ pid: process.pid, type: 'Browser' }];
  }
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === process.pid || isBelow(parents.get(pid)));
  return [...parents.keys()].filter(isBelow).map((pid) => {
    const type = /--type=([\w-]+)/.exec(readProc(pid, 'cmdline'))?.[1];
    return { pid, type: type === undefined ? 'Browser' : (TYPES[type] ?? 'Unknown') };
  });
}

/** `app.getAppMetrics()`: what each process holds in memory, in KiB; its processor time is not measured. */
export function processMetrics() {
  return processes().map(({ pid, type }) => {
    const workingSetSize = Number(readProc(pid, 'statm').split(' ')[1] ?? 0) * PAGE_KIB;
    return {
      pid,
      type,
      creationTime: 0,
      cpu: { percentCPUUsage: 0, idleWakeupsPerSecond: 0 },
      memory: { workingSetSize, peakWorkingSetSize: workingSetSize },
    };
  });
}

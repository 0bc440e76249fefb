import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tell } from '../report.ts';
import { awake, fallAsleep, startAccounts, visitOthers } from './accounts-app.ts';
import { closeProfile, openProfile } from './cold-profile.ts';
import type { PageSite } from './page-site.ts';

const ACCOUNTS = 20;
/** How long processes are given to settle before their memory is read, in ms. */
const SETTLING = 5000;

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // it has ended
  }
}

/** What these processes and all below them hold, in MB: shared memory counts for each that shares it in part (PSS). */
async function memoryOf(roots: readonly (number | undefined)[]): Promise<number> {
  await sleep(SETTLING);
  const children = Map.groupBy(
    readdirSync('/proc').filter((name) => /^\d+$/.test(name)),
    (name) => Number(readProc(Number(name), 'stat').split(') ').at(-1)?.split(' ')[1]),
  );
  const all = new Set(roots.filter((pid) => pid !== undefined));
  // A set goes on to what is added on the way.
  for (const pid of all) for (const child of children.get(pid) ?? []) all.add(Number(child));
  const kilobytes = [...all].map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

async function ours(folder: string, site: PageSite): Promise<{ megabytes: number; pages: number }> {
  const running = await startAccounts(join(folder, 'switchboard'), site, ACCOUNTS);
  await visitOthers(running, ACCOUNTS);
  await fallAsleep(running, ACCOUNTS - 2);
  const pages = await awake(running);
  const megabytes = await memoryOf([running.pid]);
  await running.close();
  return { megabytes, pages };
}

/** The page in so many profiles at once; `of` says which. */
async function profiles(site: PageSite, of: (n: number) => { userData: string; name: string }): Promise<number> {
  const all: ChildProcess[] = [];
  for (let n = 0; n < ACCOUNTS; n += 1) all.push((await openProfile(site, of(n), n)).chromium);
  const megabytes = await memoryOf(all.map(({ pid }) => pid));
  await Promise.all(all.map(closeProfile));
  return megabytes;
}

/** What 20 accounts hold in memory beside 20 profiles of Chromium, all with the same page open. */
export async function benchMemory(site: PageSite): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  const { megabytes, pages } = await ours(folder, site);
  const apart = await profiles(site, (n) => ({ userData: join(folder, `chromium-${n}`), name: 'Default' }));
  const together = await profiles(site, (n) => ({ userData: join(folder, 'chromium'), name: `Profile ${n + 1}` }));
  rmSync(folder, { recursive: true, force: true });
  const note = (other: number) =>
    `${megabytes.toFixed(0)} MB, ${pages} of them awake, beside ${other.toFixed(0)} MB; PSS of all processes`;
  const what = `Memory of ${ACCOUNTS} accounts beside ${ACCOUNTS} profiles`;
  tell({ what: `${what} with a Chromium each`, value: megabytes / apart, unit: 'x', aim: 0.333, note: note(apart) });
  tell({ what: `${what} of one Chromium`, value: megabytes / together, unit: 'x', note: note(together) });
}

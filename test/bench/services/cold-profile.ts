import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { PageSite } from './page-site.ts';

/** A profile of Chromium's own, as a person has one beside Switchboard. */
interface Profile {
  /** Where Chromium keeps its profiles. */
  userData: string;
  /** Which of them; its first where it is not said. */
  name?: string;
}

/** Opens the page in a profile, and answers how long that took from the start of Chromium until it was painted, in ms. */
export async function openProfile(
  site: PageSite,
  { userData, name = 'Default' }: Profile,
  page: number,
): Promise<{ chromium: ChildProcess; ms: number }> {
  // Only now, because it decides as it is loaded whether there is a display.
  const { chromiumSwitches, findChromium } = await import('../../support/electron/browser/chromium.ts');
  const binary = findChromium();
  if (binary === undefined) throw new Error('No Chromium was found');
  const painted = site.painted(page);
  const began = performance.timeOrigin + performance.now();
  const own = [`--profile-directory=${name}`, ...site.switches, site.address(page)];
  const chromium = spawn(binary, [...chromiumSwitches(userData), ...own], { stdio: 'ignore' });
  return { chromium, ms: (await painted) - began };
}

/** Ends it in order, so that its profile is there for the next start. */
export async function closeProfile(chromium: ChildProcess): Promise<void> {
  if (chromium.exitCode !== null || chromium.signalCode !== null) return;
  const gone = once(chromium, 'exit');
  chromium.kill();
  await gone;
}

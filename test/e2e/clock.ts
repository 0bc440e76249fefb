import type { LaunchedApp } from '../support/launch.ts';

/**
 * Moves both clocks of a running app forward by `ms`, in main and in its window, without waiting.
 * Main reads the wall clock and the computer's uptime; both jump, as they do when a computer slept.
 */
export async function passTime(running: LaunchedApp, ms: number): Promise<void> {
  await running.app.evaluate(jumpInMain, ms);
  await running.page.evaluate((by) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + by;
  }, ms);
}

/** The part inside main; it uses nothing from around it. */
export function jumpInMain(_electron: unknown, by: number): void {
  const now = Date.now.bind(Date);
  Date.now = () => now() + by;
  const os = process.getBuiltinModule('node:os');
  const uptime = os.uptime.bind(os);
  os.uptime = () => uptime() + by / 1000;
  process.getBuiltinModule('node:module').syncBuiltinESMExports();
}

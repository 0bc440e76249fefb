import { findRuntime, type Runtime } from './runtime.ts';
import { bin, run, step, type Finished } from './steps.ts';

/** Builds the three bundles of the app. */
export function build(): Promise<Finished> {
  return run(bin('electron-vite'), ['build', '--config', 'build/electron.vite.config.ts'], { quiet: true });
}

/** Builds the app and finds what runs it; ends the script where one of them cannot be had, which has then been said. */
export async function readyApp(): Promise<Runtime> {
  const built = await step('Build', build);
  const runtime = built ? await findRuntime() : null;
  return runtime ?? process.exit(1);
}

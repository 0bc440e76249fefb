import { join } from 'node:path';
import { ensureDisplay, findRuntime } from './runtime.ts';
import { ROOT, run, step } from './steps.ts';

/** `npm run tour`: walks the nine steps on the built app and writes a picture of each to build/tour. */
const bin = (name: string) => join(ROOT, 'node_modules/.bin', name);

const built = await step('Build', () =>
  run(bin('electron-vite'), ['build', '--config', 'build/electron.vite.config.ts'], { quiet: true }),
);
const runtime = built ? await findRuntime() : null;
if (!runtime) process.exit(1);
await ensureDisplay();
const walked = await step('Tour', () =>
  run(bin('playwright'), ['test', '--config', 'test/e2e/playwright.config.ts', 'nine-steps', '--reporter=list'], {
    env: { SWITCHBOARD_TOUR: join(ROOT, 'build/tour') },
  }),
);
process.exit(walked ? 0 : 1);

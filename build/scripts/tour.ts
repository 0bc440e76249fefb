import { join } from 'node:path';
import { readyApp } from './ready.ts';
import { ensureDisplay } from './runtime.ts';
import { bin, ROOT, run, step } from './steps.ts';

/** `npm run tour`: walks the nine steps on the built app and writes a picture of each to build/tour. */
await readyApp();
await ensureDisplay();
const walked = await step('Tour', () =>
  run(bin('playwright'), ['test', '--config', 'test/e2e/playwright.config.ts', 'nine-steps', '--reporter=list'], {
    env: { SWITCHBOARD_TOUR: join(ROOT, 'build/tour') },
  }),
);
process.exit(walked ? 0 : 1);

import { join } from 'node:path';
import { findRuntime } from './runtime.ts';
import { ROOT, run, step } from './steps.ts';

/** `npm start`: builds Switchboard and opens it. Arguments after `--` go to the app. */
const built = await step('Build', () =>
  run(join(ROOT, 'node_modules/.bin/electron-vite'), ['build', '--config', 'build/electron.vite.config.ts'], {
    quiet: true,
  }),
);
const runtime = built ? await findRuntime() : null;
if (!runtime) process.exit(1);

console.log(`\nSwitchboard starts (${runtime.name}). Press Ctrl+C here, or quit it from its menu or tray, to end it.`);
// The stand-in opens links in the system browser only where it is asked to; in tests it just records them.
const env = { STANDIN_OPEN_EXTERNAL: '1' };
const { status } = await run(runtime.executable, ['.', ...process.argv.slice(2)], { env });
process.exit(status);

import { readyApp } from './ready.ts';
import { run } from './steps.ts';

/** `npm start`: builds Switchboard and opens it. Arguments after `--` go to the app. */
const runtime = await readyApp();

console.log(`\nSwitchboard starts (${runtime.name}). Press Ctrl+C here, or quit it from its menu or tray, to end it.`);
// The stand-in opens links in the system browser only where it is asked to; in tests it just records them.
const env = { STANDIN_OPEN_EXTERNAL: '1' };
const { status } = await run(runtime.executable, ['.', ...process.argv.slice(2)], { env });
process.exit(status);

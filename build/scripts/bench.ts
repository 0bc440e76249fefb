import { join } from 'node:path';
import { ensureDisplay, findRuntime } from './runtime.ts';
import { ROOT, run, step } from './steps.ts';

/** `npm run bench`: every figure beside its baseline, measured in one run on this machine. */
const bin = (name: string) => join(ROOT, 'node_modules/.bin', name);

const built = await step('Build', () =>
  run(bin('electron-vite'), ['build', '--config', 'build/electron.vite.config.ts'], { quiet: true }),
);
const runtime = built ? await findRuntime() : null;
if (!runtime) process.exit(1);
await ensureDisplay();
const { status } = await run(process.execPath, ['--expose-gc', 'test/bench/index.ts']);
process.exit(status);

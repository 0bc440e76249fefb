import { readyApp } from './ready.ts';
import { ensureDisplay } from './runtime.ts';
import { run } from './steps.ts';

/** `npm run bench`: every figure beside its baseline, measured in one run on this machine. */
await readyApp();
await ensureDisplay();
const { status } = await run(process.execPath, ['--expose-gc', 'test/bench/index.ts']);
process.exit(status);

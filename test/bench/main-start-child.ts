// Started by main-start.ts on the given folder, as main/index.ts starts: compiled code is kept, the rest comes after.
// Prints how old the process is once the store is open, in ms, and what it holds in memory with the accounts read, in MB.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const folder = process.argv[2] ?? '';
enableCompileCache(join(folder, 'compile-cache'));
const { openCore } = await import('./open-core.ts');
const core = openCore(folder);
const age = performance.now();
core.snapshot();
console.log(age, process.memoryUsage().rss / 2 ** 20);
process.exit(0);

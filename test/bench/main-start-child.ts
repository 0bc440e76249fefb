// Started by main-start.ts on the given folder, as main/index.ts starts: compiled code is kept, the rest comes after.
// Prints how old the process is once the store is open, in ms.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const folder = process.argv[2] ?? '';
enableCompileCache(join(folder, 'compile-cache'));
const { openCore } = await import('./open-core.ts');
openCore(folder);
const age = performance.now();
console.log(age);
process.exit(0);

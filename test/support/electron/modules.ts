import { registerHooks } from 'node:module';
import type { electron } from './api.ts';

const NAMES = /^electron(\/(main|common))?$/;
const URL_OF_MODULE = 'standin:electron';
/** Where the module's source finds the object. */
const KEY = 'switchboard.standin';

/** From now on `import` and `require` of `electron`, `electron/main` and `electron/common` give the stand-in. */
export function provideElectron(module: typeof electron): void {
  Object.defineProperty(globalThis, Symbol.for(KEY), { value: module });
  const source = [
    `const electron = globalThis[Symbol.for('${KEY}')];`,
    `export const { ${Object.keys(module).join(', ')} } = electron;`,
    `export { electron as default, electron as 'module.exports' };`,
  ].join('\n');
  registerHooks({
    resolve: (specifier, context, next) =>
      NAMES.test(specifier) ? { url: URL_OF_MODULE, format: 'module', shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === URL_OF_MODULE ? { format: 'module', source, shortCircuit: true } : next(url, context),
  });
}

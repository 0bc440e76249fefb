import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { electron } from './api.ts';

const NAMES = /^electron(\/(main|common))?$/;
const URL_OF_MODULE = 'standin:electron';
/** Where the module's source finds the object. */
const KEY = 'switchboard.standin';

/** From now on `import` and `require` of `electron`, `electron/main` and `electron/common` give the stand-in. */
export function provideElectron(module: typeof electron): void {
  Object.defineProperty(globalThis, Symbol.for(KEY), { value: module });
  const members = Object.keys(module);
  registerHooks({
    resolve(specifier, context, next) {
      if (!NAMES.test(specifier)) return next(specifier, context);
      // `require` gives the object itself.
      const names = context.conditions?.includes('require') ? [] : namesIn(context.parentURL, members);
      const url = `${URL_OF_MODULE}?${names.join('&')}`;
      return { url, format: 'module', shortCircuit: true };
    },
    load: (url, context, next) =>
      url.startsWith(URL_OF_MODULE)
        ? { format: 'module', source: sourceOf(url.slice(URL_OF_MODULE.length + 1)), shortCircuit: true }
        : next(url, context),
  });
}

/** The members that a module may import: those that its text names. The others need not be loaded for it. */
function namesIn(importer: string | undefined, members: readonly string[]): string[] {
  if (!importer?.startsWith('file:')) return [...members];
  const words = new Set(readFileSync(fileURLToPath(importer), 'utf8').match(/\w+/g));
  return members.filter((name) => words.has(name));
}

function sourceOf(names: string): string {
  return [
    `const electron = globalThis[Symbol.for('${KEY}')];`,
    `export const { ${names.replaceAll('&', ', ')} } = electron;`,
    `export { electron as default, electron as 'module.exports' };`,
  ].join('\n');
}

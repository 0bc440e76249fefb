import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { expect, test } from 'vitest';

const START = resolve(import.meta.dirname, '../../../main/shell/start-app.ts');
/** What a module loads with itself: types and `import()` are not among it. */
const STATIC_IMPORT = /^(?:import|export)\s(?!type\s)(?:[^'";]*\sfrom\s)?'([^']+)'/gm;

test('main starts with few packages, and loads the others where they are first used', () => {
  const loaded = new Set([START]);
  for (const path of loaded) {
    if (!isAbsolute(path)) continue;
    for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(STATIC_IMPORT)) {
      loaded.add(name.startsWith('.') ? resolve(path, '..', name) : name);
    }
  }
  const packages = [...loaded].filter((name) => !isAbsolute(name)).toSorted();
  expect(packages.filter((name) => !name.startsWith('node:'))).toEqual([
    'better-sqlite3',
    'electron-store',
    'electron/common',
    'electron/main',
    'libphonenumber-js/min',
    'zod',
  ]);
  // They take 10 ms or more.
  expect(packages.filter((name) => /^node:(?:http|https|http2|tls|inspector)$/.test(name))).toEqual([]);
});

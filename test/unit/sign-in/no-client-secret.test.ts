import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

test('no code of ours has a client secret, or a place for one (security: O12)', () => {
  const files = globSync('{main,shared,preload,renderer}/**/*.{ts,tsx}', { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  const named = files.filter((file) => /client_?secret\b/i.test(readFileSync(join(root, file), 'utf8')));
  expect(named).toEqual([]);
});

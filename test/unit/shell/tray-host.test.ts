import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasTrayHost } from '../../../main/shell/tray-host.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** A PATH with only the given tools on it, each a shell script. */
function pathWith(tools: Record<string, string>): NodeJS.ProcessEnv {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(tools)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return { PATH: folder };
}

const YES = 'echo "(true,)"';
const NO = 'echo "(false,)"';

test.each([
  ['gdbus says yes', { gdbus: YES }, true],
  ['gdbus says no', { gdbus: NO, 'dbus-send': YES }, false],
  ['only dbus-send is there', { 'dbus-send': 'echo "   boolean true"' }, true],
  ['gdbus finds no bus, dbus-send neither', { gdbus: 'exit 1', 'dbus-send': 'exit 1' }, false],
  ['no tool is there', {}, false],
])('on Linux: %s', async (_name, tools, expected) => {
  expect(await hasTrayHost('linux', pathWith(tools))).toBe(expected);
});

test('macOS and Windows always show one, and nothing is asked', async () => {
  expect(await hasTrayHost('darwin', pathWith({}))).toBe(true);
  expect(await hasTrayHost('win32', pathWith({}))).toBe(true);
});

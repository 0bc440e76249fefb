import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build, Platform } from 'electron-builder';
import { onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What stands before the fuses in Electron's binary, then their version and number, and one byte each. */
const FUSE_WIRE = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const FUSES_BEFORE = '11001001';

function write(file: string, content: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** A folder that looks like Electron's own as far as packing goes. */
function electronFolder(folder: string): string {
  const fuses = Buffer.concat([FUSE_WIRE, Buffer.from([1, FUSES_BEFORE.length]), Buffer.from(FUSES_BEFORE)]);
  write(join(folder, 'electron'), fuses);
  chmodSync(join(folder, 'electron'), 0o755);
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) write(join(folder, name), '45.4.1');
  write(join(folder, 'locales', 'en-US.pak'), '');
  mkdirSync(join(folder, 'resources'));
  return folder;
}

/** A project with what gets packed, and with what must not be. */
function projectFolder(folder: string, files: readonly string[]): string {
  for (const path of [
    'package.json',
    'electron-builder.yml',
    'build/after-pack.ts',
    'build/command-line',
    'build/icons',
    'node_modules/better-sqlite3',
    'node_modules/node-addon-api',
  ]) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  for (const file of files) write(join(folder, file), 'x');
  return folder;
}

export interface PackedApp {
  resources: string;
  /** The fuses of the packed program, as they are named in its wire: `0` off, `1` on. */
  fuses(program: Buffer): string;
  program: string;
}

/** Packs a project that holds `files` with our configuration, for Linux, into a folder that is gone after the test. */
export async function packApp(files: readonly string[]): Promise<PackedApp> {
  const scratch = mkdtempSync(join(tmpdir(), 'switchboard-package-'));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  await build({
    projectDir: projectFolder(join(scratch, 'project'), files),
    targets: Platform.LINUX.createTarget('dir'),
    config: {
      extends: 'electron-builder.yml',
      electronDist: electronFolder(join(scratch, 'electron')),
      electronVersion: '45.4.1',
    },
  });
  const packed = join(scratch, 'project', 'dist', 'linux-unpacked');
  return {
    resources: join(packed, 'resources'),
    program: join(packed, 'switchboard'),
    fuses(program) {
      const start = program.indexOf(FUSE_WIRE) + FUSE_WIRE.length + 2;
      return program.toString('latin1', start, start + FUSES_BEFORE.length);
    },
  };
}

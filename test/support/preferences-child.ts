import { writeSync } from 'node:fs';

/** Opens the preferences of a folder as nobody, where it can, and prints the notices as JSON. Argument: the folder. */
const [folder = ''] = process.argv.slice(2);

// Outside Electron its package gives the path of a program, and electron-store then works in the folder it is given.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = '/nowhere';
const { openPreferencesFile } = await import('../../main/shell/preferences-file.ts');
if (process.getuid?.() === 0) {
  process.setgid?.(65534);
  process.setuid?.(65534);
}
writeSync(1, JSON.stringify(openPreferencesFile(folder).notices));

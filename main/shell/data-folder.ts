import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../store/files.ts';

/**
 * Makes the folder for everything Switchboard keeps, readable by its owner only, and says whether it can be written.
 * Where it cannot, the lock of a single instance cannot be taken either, and Chromium's own files need another place;
 * what is wrong is found and told when the store opens.
 */
export function prepareDataFolder(folder: string): boolean {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // Here, because the library that writes the log would make it as open as the umask lets it.
    makeFolder(join(folder, 'logs'));
    return true;
  } catch {
    return false;
  }
}

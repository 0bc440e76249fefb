import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Electron looks when nothing was set; only Linux's places, the stand-in is a development tool. */
export function defaultPath(name: string, appName: string, get: (name: string) => string): string {
  const home = homedir();
  switch (name) {
    case 'home':
      return home;
    case 'appData':
      return process.env['XDG_CONFIG_HOME'] || join(home, '.config');
    case 'userData':
      return join(get('appData'), appName);
    case 'sessionData':
      return get('userData');
    case 'temp':
      return tmpdir();
    case 'exe':
      return process.argv[0] ?? process.execPath;
    case 'logs':
      return join(get('userData'), 'logs');
    case 'crashDumps':
      return join(get('userData'), 'Crashpad');
    case 'desktop':
    case 'documents':
    case 'downloads':
      return join(home, name.charAt(0).toUpperCase() + name.slice(1));
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
}

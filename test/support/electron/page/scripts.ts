import { readFileSync } from 'node:fs';
import { schemes } from '../session/schemes.ts';
import { makeCodec } from './codec.ts';
import { bootIsolatedWorld } from './isolated-world.ts';
import { bootMainWorld } from './main-world.ts';
import type { PreloadWorld } from './messages.ts';
import { makePeer } from './peer.ts';
import { askForPermissions } from './permission-asks.ts';
import { makePreloadModules } from './preload-modules.ts';
import { watchPage } from './page-watch.ts';
import { watchWindow } from './window-watch.ts';

/** The preload's world, and in it the function that messages go to and the binding they come from. */
export const ISOLATED_WORLD = 'standin';
export const RECEIVER = '__standinReceive';
export const BINDING = '__standinTell';

/** The script for the page's own world. */
export function mainWorldScript(secret: string): string {
  return `(${String(bootMainWorld)})(${JSON.stringify(secret)}, ${String(makePeer)}, ${JSON.stringify([...schemes])});`;
}

/** The script for the page's own world that makes it wait for the app's permissions. */
export function permissionScript(secret: string): string {
  return `(${String(askForPermissions)})(${JSON.stringify(secret)});`;
}

/** The script for the preload's world; throws when the preload cannot be read. */
export function isolatedWorldScript(secret: string, preloadPath: string): string {
  const world: PreloadWorld = {
    secret,
    preloadPath,
    receiver: RECEIVER,
    binding: BINDING,
    process: {
      type: 'renderer',
      platform: process.platform,
      arch: process.arch,
      versions: { ...process.versions },
      sandboxed: true,
      contextIsolated: true,
      isMainFrame: true,
      env: {},
      argv: [],
    },
  };
  const preload =
    preloadPath === ''
      ? 'null'
      : `function (require, module, exports, process, global) {${readFileSync(preloadPath, 'utf8')}\n}`;
  const parts = Object.entries({ makePeer, makeCodec, watchWindow, watchPage, makeModules: makePreloadModules });
  const sources = parts.map(([name, part]) => `${name}: ${String(part)}`).join(',\n');
  return `(${String(bootIsolatedWorld)})(${JSON.stringify(world)}, {${sources}}, ${preload});\n//# sourceURL=${preloadPath || 'standin'}`;
}

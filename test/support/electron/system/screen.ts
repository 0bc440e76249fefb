import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { app } from '../app/app.ts';
import { headless } from '../browser/chromium.ts';
import { completeClass } from '../refuse.ts';

/** What Chromium without a display takes its screen for. */
const DEFAULT_SIZE = { width: 1280, height: 800 };

function screenSize(): Electron.Size {
  if (headless || process.platform !== 'linux') return DEFAULT_SIZE;
  const { stdout } = spawnSync('xdpyinfo', { encoding: 'utf8' });
  const [, width, height] = /dimensions:\s+(\d+)x(\d+)/.exec(stdout ?? '') ?? [];
  return width && height ? { width: Number(width), height: Number(height) } : DEFAULT_SIZE;
}

/** The one display; all of it is taken for work area. */
type Display = Pick<Electron.Display, 'id' | 'bounds' | 'workArea' | 'size' | 'workAreaSize' | 'scaleFactor'>;

/** `screen`. */
export class Screen extends EventEmitter {
  private display: Display | undefined;

  getPrimaryDisplay(): Display {
    app.refuseBeforeReady('screen');
    if (this.display) return this.display;
    const size = screenSize();
    const bounds = { x: 0, y: 0, ...size };
    this.display = { id: 1, bounds, workArea: bounds, size, workAreaSize: size, scaleFactor: 1 };
    return this.display;
  }
  getAllDisplays(): Display[] {
    return [this.getPrimaryDisplay()];
  }
  getDisplayMatching(): Display {
    return this.getPrimaryDisplay();
  }
  getDisplayNearestPoint(): Display {
    return this.getPrimaryDisplay();
  }
}
completeClass(Screen);

export const screen = new Screen();

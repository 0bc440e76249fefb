import { EventEmitter } from 'node:events';
import { completeClass } from '../refuse.ts';
import { registry } from '../registry.ts';

type Implemented = Pick<
  Electron.NativeTheme,
  | 'shouldUseDarkColors'
  | 'shouldUseDarkColorsForSystemIntegratedUI'
  | 'shouldUseHighContrastColors'
  | 'shouldUseInvertedColorScheme'
  | 'themeSource'
>;

/** `nativeTheme`: what the system prefers as the pages report it, or what the app decided. */
export class NativeTheme extends EventEmitter implements Implemented {
  readonly shouldUseInvertedColorScheme = false;
  shouldUseHighContrastColors = false;
  private systemIsDark = false;
  private source: Electron.NativeTheme['themeSource'] = 'system';

  get themeSource() {
    return this.source;
  }
  set themeSource(source: Electron.NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Error processing argument: ${source}`);
    if (source === this.source) return;
    this.source = source;
    registry.pages.forEach((page) => page.applyTheme());
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'system' ? this.systemIsDark : this.source === 'dark';
  }

  /** What panels and trays are drawn with: the system's theme, whatever the app decided for itself. */
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.systemIsDark;
  }

  /** What the pages are to be told; nothing leaves them what the system says. */
  emulatedFeatures(): { name: string; value: string }[] {
    return this.source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: this.source }];
  }

  /** A page saw the system's theme, or its own emulated one, which is no news. */
  onSystemTheme(dark: boolean, highContrast: boolean): void {
    if (this.source !== 'system') return;
    if (dark === this.systemIsDark && highContrast === this.shouldUseHighContrastColors) return;
    this.systemIsDark = dark;
    this.shouldUseHighContrastColors = highContrast;
    this.emit('updated');
  }
}
completeClass(NativeTheme);

export const nativeTheme = new NativeTheme();

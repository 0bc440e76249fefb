import type { Clicked } from './page-watch.ts';
import type { Ask } from './permission-asks.ts';

/** What a page tells main through the binding: its first line is this, as JSON; arguments follow as the codec's text. */
export type PageMessage =
  | { kind: 'invoke'; id: number; channel: string }
  | { kind: 'send'; channel: string }
  | { kind: 'window'; happened: 'focus' | 'blur' | 'resize' | 'move' | 'close' }
  | { kind: 'accelerator'; keys: string }
  | { kind: 'key'; input: Omit<Electron.Input, 'modifiers'> }
  | { kind: 'link'; url: string; disposition: 'background-tab' | 'foreground-tab' | 'new-window' }
  | { kind: 'context-menu'; clicked: Clicked }
  | { kind: 'target'; url: string }
  | { kind: 'title'; title: string }
  | { kind: 'audible'; audible: boolean }
  | { kind: 'fullscreen'; on: boolean }
  | { kind: 'ask'; ask: Ask }
  | { kind: 'scroll'; x: number; y: number }
  | { kind: 'theme'; dark: boolean; highContrast: boolean }
  | { kind: 'preload-error'; message: string };

/** What main tells a page, with the codec's text beside it. */
export type MainMessage =
  | { kind: 'event'; channel: string }
  | { kind: 'answer'; id: number; ok: boolean }
  | { kind: 'decided'; id: number; allowed: boolean }
  | { kind: 'accelerators'; keys: string[] };

/** What the preload's world is booted with. */
export interface PreloadWorld {
  secret: string;
  preloadPath: string;
  /** What `process` shows in a sandboxed preload. */
  process: Record<string, unknown>;
  /** How main's messages arrive: the name of a function in this world. */
  receiver: string;
  binding: string;
}

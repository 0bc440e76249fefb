/** `globalShortcut`: no key of the system reaches it; tests press by `pressed`. */
export class GlobalShortcut implements Pick<
  Electron.GlobalShortcut,
  'isRegistered' | 'register' | 'unregister' | 'unregisterAll'
> {
  private readonly callbacks = new Map<string, () => void>();
  /** What the system does not give away, for tests. */
  readonly taken = new Set<string>();

  register(accelerator: string, callback: () => void): boolean {
    if (this.taken.has(accelerator) || this.callbacks.has(accelerator)) return false;
    this.callbacks.set(accelerator, callback);
    return true;
  }
  unregister(accelerator: string): void {
    this.callbacks.delete(accelerator);
  }
  unregisterAll(): void {
    this.callbacks.clear();
  }
  isRegistered(accelerator: string): boolean {
    return this.callbacks.has(accelerator);
  }
  /** Presses the keys as a person would anywhere on the desktop, for tests; false where nobody registered them. */
  pressed(accelerator: string): boolean {
    this.callbacks.get(accelerator)?.();
    return this.callbacks.has(accelerator);
  }
}

export const globalShortcut = new GlobalShortcut();

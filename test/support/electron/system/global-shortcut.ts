const registered = new Map<string, () => void>();

/** `globalShortcut`: no key of the system comes here; a test presses them. */
export const globalShortcut = {
  register(accelerator: string, callback: () => void): boolean {
    if (registered.has(accelerator)) return false;
    registered.set(accelerator, callback);
    return true;
  },
  registerAll(accelerators: string[], callback: () => void): void {
    for (const accelerator of accelerators) globalShortcut.register(accelerator, callback);
  },
  isRegistered: (accelerator: string): boolean => registered.has(accelerator),
  unregister(accelerator: string): void {
    registered.delete(accelerator);
  },
  unregisterAll(): void {
    registered.clear();
  },
  /** As if the person had pressed it; false when nobody listens. For tests; Electron has no such function. */
  press(accelerator: string): boolean {
    registered.get(accelerator)?.();
    return registered.has(accelerator);
  },
};

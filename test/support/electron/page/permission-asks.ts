/* oxlint-disable unicorn/consistent-function-scoping -- sent to the page as source text: nothing may stand outside */
/** A permission that a page is about to use, by Electron's name. */
export interface Ask {
  id: number;
  permission: string;
  mediaTypes?: ('video' | 'audio')[];
}

/**
 * Runs in the page's own world before its scripts: what Electron asks the app about waits here for the app's answer,
 * and then goes on to Chromium, which has been told it. Self-contained: it is sent to the page as source text.
 */
export function askForPermissions(secret: string): void {
  if (window !== window.top) return;
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { dispatchEvent } = EventTarget.prototype;
  const [NewEvent, NewPromise, NewTypeError] = [CustomEvent, Promise, TypeError];
  const detailOf = getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get;
  const waiting = new Map<number, (allowed: boolean) => void>();
  let last = 0;
  window.addEventListener(`${secret}-answer`, (event) => {
    event.stopImmediatePropagation();
    const { id, allowed }: { id: number; allowed: boolean } = detailOf && apply(detailOf, event, []);
    waiting.get(id)?.(allowed);
    waiting.delete(id);
  });
  const ask = (permission: string, mediaTypes?: Ask['mediaTypes']): Promise<boolean> =>
    new NewPromise((resolve) => {
      const detail: Ask = { id: ++last, permission, ...(mediaTypes ? { mediaTypes } : {}) };
      waiting.set(detail.id, resolve);
      apply(dispatchEvent, window, [new NewEvent(`${secret}-ask`, { detail })]);
    });

  type Method = (...args: unknown[]) => unknown;
  /** Puts a function in a method's place; nothing where this kind of page has no such method. */
  const wrap = (holder: object | undefined, name: string, make: (original: Method) => Method): void => {
    const original: unknown = holder && Reflect.get(holder, name);
    if (!holder || typeof original !== 'function') return;
    const call: Method = function (this: unknown, ...args) {
      return apply(original, this, args);
    };
    const wrapped = make(call);
    defineProperty(wrapped, 'name', { value: name });
    defineProperty(wrapped, 'length', { value: original.length });
    defineProperty(holder, name, { ...getOwnPropertyDescriptor(holder, name), value: wrapped });
  };
  const before =
    (permission: string, typesOf?: (constraints: unknown) => Ask['mediaTypes']) =>
    (original: Method): Method =>
      async function (this: unknown, ...args) {
        await ask(permission, typesOf?.(args[0]));
        return apply(original, this, args);
      };
  /** Chromium knows no such permission: a refusal is made here. */
  const instead =
    (permission: string) =>
    (original: Method): Method =>
      async function (this: unknown, ...args) {
        if (!(await ask(permission))) throw new NewTypeError('Permissions check failed');
        return apply(original, this, args);
      };
  const mediaTypes = (constraints: unknown): Ask['mediaTypes'] =>
    (['audio', 'video'] as const).filter((type) => Boolean(Object(constraints)[type]));

  if ('Notification' in window) wrap(Notification, 'requestPermission', before('notifications'));
  if ('mediaDevices' in navigator) {
    wrap(MediaDevices.prototype, 'getUserMedia', before('media', mediaTypes));
    wrap(MediaDevices.prototype, 'getDisplayMedia', before('display-capture', mediaTypes));
  }
  if ('clipboard' in navigator) {
    wrap(Clipboard.prototype, 'read', before('clipboard-read'));
    wrap(Clipboard.prototype, 'readText', before('clipboard-read'));
  }
  if ('storage' in navigator) wrap(StorageManager.prototype, 'persist', before('persistent-storage'));
  wrap(Navigator.prototype, 'requestMIDIAccess', before('midi'));
  wrap(Reflect.get(window, 'IdleDetector'), 'requestPermission', before('idle-detection'));
  wrap(window, 'getScreenDetails', before('window-management'));
  wrap(Document.prototype, 'requestStorageAccess', before('storage-access'));
  wrap(Element.prototype, 'requestFullscreen', instead('fullscreen'));
  wrap(Element.prototype, 'requestPointerLock', instead('pointerLock'));
  wrap(Geolocation.prototype, 'getCurrentPosition', before('geolocation'));
  const watches = new Map<number, unknown>();
  wrap(
    Geolocation.prototype,
    'watchPosition',
    (original) =>
      function (this: unknown, ...args) {
        const id = ++last;
        watches.set(id, undefined);
        void ask('geolocation').then(() => watches.has(id) && watches.set(id, apply(original, this, args)));
        return id;
      },
  );
  wrap(
    Geolocation.prototype,
    'clearWatch',
    (original) =>
      function (this: unknown, ...args) {
        const watch = watches.get(Number(args[0]));
        watches.delete(Number(args[0]));
        return apply(original, this, [watch ?? 0]);
      },
  );
}

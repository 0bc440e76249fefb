import { call, type Action } from './actions.ts';

/** Media that was given is given back at once. */
async function media(stream: Promise<MediaStream>): Promise<string> {
  for (const track of (await stream).getTracks()) track.stop();
  return 'granted';
}

async function granted(asked: unknown): Promise<string> {
  await asked;
  return 'granted';
}

/** Also where the computer has no place to tell: what counts is that it may. */
function location(): Promise<string> {
  return new Promise((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(
      () => resolve('granted'),
      ({ code, PERMISSION_DENIED, message }) =>
        code === PERMISSION_DENIED ? reject(new DOMException(message, 'NotAllowedError')) : resolve('granted'),
      { timeout: 2000 },
    ),
  );
}

const NAMES = ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'persistent-storage', 'midi'];

async function states(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of [...NAMES, 'window-management', 'idle-detection', 'local-fonts']) {
    const status = await Promise.resolve(call(navigator.permissions, 'query', { name })).catch(() => null);
    found[name] = status instanceof PermissionStatus ? status.state : 'unknown';
  }
  return found;
}

let sounding: { context: AudioContext; element: HTMLAudioElement } | null = null;

/** A tone out of an element, as services play theirs. */
async function sound(): Promise<string> {
  sounding ??= { context: new AudioContext(), element: document.createElement('audio') };
  const { context, element } = sounding;
  const [oscillator, output] = [context.createOscillator(), context.createMediaStreamDestination()];
  oscillator.connect(output);
  oscillator.start();
  element.srcObject = output.stream;
  document.body.append(element);
  await element.play();
  await context.resume();
  return context.state;
}

async function quiet(): Promise<void> {
  sounding?.element.pause();
  sounding?.element.remove();
  await sounding?.context.close();
  sounding = null;
}

function notify(): Promise<string> {
  const note = new Notification('New message', { body: 'From Maria', tag: 'message' });
  return new Promise((resolve) => {
    for (const name of ['show', 'click', 'close', 'error']) note.addEventListener(name, () => resolve(name));
  });
}

/** Each asks for one permission: `granted`, another state, or the name of the error. */
export const asks: Readonly<Record<string, Action>> = {
  camera: () => media(navigator.mediaDevices.getUserMedia({ video: true })),
  microphone: () => media(navigator.mediaDevices.getUserMedia({ audio: true })),
  screen: () => media(navigator.mediaDevices.getDisplayMedia({ video: true })),
  location,
  notifications: () => Notification.requestPermission(),
  'clipboard-read': () => granted(navigator.clipboard.readText()),
  'clipboard-write': () => granted(navigator.clipboard.writeText('from the page')),
  fullscreen: () => granted(document.documentElement.requestFullscreen()),
  'pointer-lock': async () => {
    await document.documentElement.requestPointerLock();
    document.exitPointerLock();
    return 'granted';
  },
  'persistent-storage': async () => ((await navigator.storage.persist()) ? 'granted' : 'refused'),
  midi: () => granted(navigator.requestMIDIAccess({ sysex: true })),
  'window-management': () => granted(call(window, 'getScreenDetails')),
  'local-fonts': () => granted(call(window, 'queryLocalFonts')),
  'idle-detection': () => call(Object(Reflect.get(window, 'IdleDetector')), 'requestPermission'),
  'storage-access': () => granted(document.requestStorageAccess()),
  usb: () => granted(call(Object(Reflect.get(navigator, 'usb')), 'requestDevice', { filters: [] })),
  bluetooth: () =>
    granted(call(Object(Reflect.get(navigator, 'bluetooth')), 'requestDevice', { acceptAllDevices: true })),
  passkey: () => granted(navigator.credentials.get({ publicKey: { challenge: new Uint8Array(32), timeout: 5000 } })),
  'permission-states': states,
  notify,
  sound,
  quiet,
};

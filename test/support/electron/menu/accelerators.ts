const MODIFIERS: Record<string, string> = {
  ctrl: 'Ctrl',
  control: 'Ctrl',
  cmd: 'Meta',
  command: 'Meta',
  super: 'Meta',
  meta: 'Meta',
  alt: 'Alt',
  option: 'Alt',
  altgr: 'Alt',
  shift: 'Shift',
};
const KEYS: Record<string, string> = {
  plus: '+',
  space: ' ',
  esc: 'Escape',
  return: 'Enter',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
};
const ORDER = ['Ctrl', 'Meta', 'Alt', 'Shift'];

/** Electron's accelerator in the form that a page reports pressed keys in: `CmdOrCtrl+,` gives `Ctrl+,`. */
export function keysOf(accelerator: string): string {
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  const modifiers = parts.map((part) => {
    const name = part.toLowerCase();
    if (name === 'cmdorctrl' || name === 'commandorcontrol') return process.platform === 'darwin' ? 'Meta' : 'Ctrl';
    const modifier = MODIFIERS[name];
    if (modifier === undefined) throw new Error(`${accelerator} is no accelerator`);
    return modifier;
  });
  modifiers.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const named = KEYS[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [...modifiers, named].join('+');
}

import type { BrowserWindow } from '../window/browser-window.ts';

type Options = Electron.MessageBoxOptions;
type Arguments<T> = [T] | [BrowserWindow, T];

/** A dialog the app showed: in the stand-in a line on standard error, answered at once. */
export interface Shown {
  title: string;
  message: string;
  detail: string;
  buttons: string[];
}

function optionsOf<T>(args: Arguments<T>): T {
  return args.length === 1 ? args[0] : args[1];
}

function show(args: Arguments<Options>): number {
  const { title = '', message, detail = '', buttons = [], cancelId, defaultId } = optionsOf(args);
  dialog.shown.push({ title, message, detail, buttons });
  console.error(['[dialog]', title, message, detail].filter((text) => text !== '').join(' '));
  return dialog.answers.shift() ?? cancelId ?? defaultId ?? 0;
}

/** The paths that were picked in a dialog about files; none when it was cancelled. */
function pick({ title = '', message = '' }: Pick<Electron.SaveDialogOptions, 'title' | 'message'>): string[] {
  dialog.shown.push({ title, message, detail: '', buttons: [] });
  return [dialog.paths.shift() ?? []].flat();
}

/** `dialog`. */
export const dialog = {
  /** What was shown, the buttons that tests want picked next, by index, and the files. Electron has no such lists. */
  shown: [] as Shown[],
  answers: [] as number[],
  paths: [] as (string | string[])[],

  async showMessageBox(...args: Arguments<Options>): Promise<Electron.MessageBoxReturnValue> {
    return { response: show(args), checkboxChecked: false };
  },
  showMessageBoxSync: (...args: Arguments<Options>): number => show(args),
  showErrorBox(title: string, content: string): void {
    show([{ title, message: content }]);
  },
  async showOpenDialog(...args: Arguments<Electron.OpenDialogOptions>): Promise<Electron.OpenDialogReturnValue> {
    const filePaths = pick(optionsOf(args));
    return { canceled: filePaths.length === 0, filePaths };
  },
  async showSaveDialog(...args: Arguments<Electron.SaveDialogOptions>): Promise<Electron.SaveDialogReturnValue> {
    const [filePath = ''] = pick(optionsOf(args));
    return { canceled: filePath === '', filePath };
  },
  showSaveDialogSync: (...args: Arguments<Electron.SaveDialogOptions>): string => pick(optionsOf(args))[0] ?? '',
};

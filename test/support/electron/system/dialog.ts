import type { BrowserWindow } from '../window/browser-window.ts';

type Options = Electron.MessageBoxOptions;

/** A dialog the app showed: in the stand-in a line on standard error, answered at once. */
export interface Shown {
  title: string;
  message: string;
  detail: string;
  buttons: string[];
}

function show(args: [Options] | [BrowserWindow, Options]): number {
  const options = args.length === 1 ? args[0] : args[1];
  const { title = '', message, detail = '', buttons = [], cancelId, defaultId } = options;
  dialog.shown.push({ title, message, detail, buttons });
  console.error(['[dialog]', title, message, detail].filter((text) => text !== '').join(' '));
  return dialog.answers.shift() ?? cancelId ?? defaultId ?? 0;
}

/** `dialog`. */
export const dialog = {
  /** What was shown, and the buttons that tests want picked next, by index. For tests; Electron has no such lists. */
  shown: [] as Shown[],
  answers: [] as number[],
  /** The files that tests want picked next, by their paths; without one a dialog for files is cancelled. */
  files: [] as string[],

  async showMessageBox(...args: [Options] | [BrowserWindow, Options]): Promise<Electron.MessageBoxReturnValue> {
    return { response: show(args), checkboxChecked: false };
  },
  showMessageBoxSync: (...args: [Options] | [BrowserWindow, Options]): number => show(args),
  async showSaveDialog(
    ..._args: [Electron.SaveDialogOptions] | [BrowserWindow, Electron.SaveDialogOptions]
  ): Promise<Electron.SaveDialogReturnValue> {
    const file = dialog.files.shift();
    return { canceled: file === undefined, filePath: file ?? '' };
  },
  async showOpenDialog(
    ..._args: [Electron.OpenDialogOptions] | [BrowserWindow, Electron.OpenDialogOptions]
  ): Promise<Electron.OpenDialogReturnValue> {
    const file = dialog.files.shift();
    return { canceled: file === undefined, filePaths: file === undefined ? [] : [file] };
  },
  showErrorBox(title: string, content: string): void {
    show([{ title, message: content }]);
  },
};

import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { BaseWindow, Dialog, FileFilter } from 'electron/main';
import type { OpenedFile, Ports } from '../ports.ts';

interface System {
  dialog: Pick<Dialog, 'showSaveDialog' | 'showOpenDialog'>;
  /** The window that the dialogs belong to, asked each time; null where there is none. */
  window(): BaseWindow | null;
}

/** Files that the person picks in the system's own dialogs. */
export function createFiles({ dialog, window }: System): Pick<Ports, 'saveFile' | 'openFile'> {
  return {
    async saveFile(suggestedName, content) {
      const options = { defaultPath: suggestedName, filters: filtersFor([extname(suggestedName).slice(1)]) };
      const parent = window();
      const { canceled, filePath } = await (parent
        ? dialog.showSaveDialog(parent, options)
        : dialog.showSaveDialog(options));
      if (canceled || filePath === '') return 'cancelled';
      await writeWhole(filePath, content);
      return 'saved';
    },
    async openFile({ extensions, maxBytes }) {
      const options = { properties: ['openFile' as const], filters: filtersFor(extensions) };
      const parent = window();
      const { canceled, filePaths } = await (parent
        ? dialog.showOpenDialog(parent, options)
        : dialog.showOpenDialog(options));
      const path = filePaths[0];
      return canceled || path === undefined ? { outcome: 'cancelled' } : readSmall(path, maxBytes);
    },
  };
}

function filtersFor(extensions: readonly string[]): FileFilter[] {
  return [
    { name: extensions.map((extension) => extension.toUpperCase()).join(', '), extensions: [...extensions] },
    { name: 'All files', extensions: ['*'] },
  ];
}

/** Writes all of a file or leaves the old one. Only its owner can read it: it names accounts. */
async function writeWhole(path: string, content: string): Promise<void> {
  // In the same folder, because a name cannot be moved to another disk; a new name, because the folder is not ours.
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Reads a file that is no larger than `maxBytes`, also where it grows meanwhile. */
async function readSmall(path: string, maxBytes: number): Promise<OpenedFile> {
  const file = await open(path, 'r');
  try {
    const info = await file.stat();
    if (!info.isFile()) throw new Error('This is no file');
    if (info.size > maxBytes) return { outcome: 'too-large' };
    const { buffer, bytesRead } = await file.read(Buffer.alloc(maxBytes + 1), 0, maxBytes + 1, 0);
    return bytesRead > maxBytes
      ? { outcome: 'too-large' }
      : { outcome: 'opened', bytes: buffer.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}

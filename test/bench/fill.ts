import { openStore, type Opened } from '../../main/store/open.ts';
import { populate, populateWith } from '../support/link.ts';
import { storeOptions } from '../support/store-options.ts';

/** Opens the store of a folder as the app does. */
export function openFolder(folder: string): Opened {
  const opened = openStore(storeOptions(folder));
  if (!opened.ok) throw new Error(`The store did not open: ${opened.problem.kind}`);
  return opened.value;
}

/** Fills a folder with the store of a person who has `count` accounts, the first of them primary and active. */
export function fillFolder(folder: string, count: number): void {
  const { store } = openFolder(folder);
  populate(store, count);
  store.close();
}

/** The same with these accounts, named by emails in normal form. */
export function fillFolderWith(folder: string, addresses: readonly string[]): void {
  const { store } = openFolder(folder);
  populateWith(store, addresses);
  store.close();
}

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { shell } from 'electron/common';
import { app, session, webContents, type BrowserWindow, type Session } from 'electron/main';
import type { AccountId } from '../../../shared/domain/account.ts';
import type { TabId } from '../../../shared/domain/tab.ts';
import type { Log } from '../../log.ts';
import { folderNameOf, partitionOf, strayFolders } from '../partition.ts';
import type { SessionRules, Views } from '../port.ts';
import { openAccountSession } from './account-session.ts';
import { createPlacement } from './placement.ts';
import type { Registry } from './registry.ts';
import { openView, type ElectronView } from './view.ts';
import { wipeSession } from './wipe.ts';

interface Parts {
  registry: Registry;
  log: Log;
  /** Where Electron keeps the partitions, each in a folder of its own. */
  partitions: string;
  downloadsFolder: string;
}

/** The pages of accounts in Electron's views, and where they are on the window. */
export interface ElectronViews extends Views {
  attach(window: BrowserWindow): void;
}

/** How long the end of the app waits for what is being wiped, in ms. */
const WIPED_WITHIN = 5000;

export function createViews({ registry, log, partitions, downloadsFolder }: Parts): ElectronViews {
  const sessions = new Map<AccountId, Session>();
  const open = new Map<TabId, { view: ElectronView; accountId: AccountId }>();
  const wiping = new Set<Promise<void>>();
  const placement = createPlacement();
  let rules: SessionRules | null = null;
  /** With the window its pages go too, and no tab is closed by that. */
  let isEnding = false;
  app.on('before-quit', () => (isEnding = true));

  function sessionOf(accountId: AccountId): Session {
    const known = sessions.get(accountId);
    if (known) return known;
    if (rules === null) throw new Error('No rules for the sessions yet');
    const made = session.fromPartition(partitionOf(accountId));
    sessions.set(accountId, made);
    openAccountSession(made, accountId, {
      registry,
      rules,
      log,
      downloadsFolder,
      showInFolder: (path) => shell.showItemInFolder(path),
      fromFrame: (frame) => webContents.fromFrame(frame),
    });
    return made;
  }

  // Chromium may still be letting go of it, at the end of the start before too.
  const deleteFolder = (name: string) =>
    rm(join(partitions, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });

  async function wipe(accountId: AccountId): Promise<void> {
    const used = sessions.get(accountId);
    // Electron cannot let go of a session: the folder of one in use goes at the next start.
    if (used) await wipeSession(used);
    else await deleteFolder(folderNameOf(accountId));
    log.event('session-wiped');
  }

  return {
    attach(window) {
      placement.attach(window);
      window.on('closed', () => {
        isEnding = true;
        // Else the app would stay for them.
        for (const { view } of open.values()) view.closePopups();
      });
    },
    follow: (given) => void (rules = given),
    open(request, listener) {
      const { accountId, tabId } = request;
      const onGone = () => void open.delete(tabId);
      const view = openView(request, listener, {
        session: sessionOf(accountId),
        registry,
        placement,
        isEnding: () => isEnding,
        onGone,
      });
      open.set(tabId, { view, accountId });
      return view;
    },
    show(asked) {
      const found = [...open.values()].find(({ view }) => view === asked);
      placement.show(found?.view.native ?? null);
    },
    place: (room) => placement.place(room),
    memory() {
      const metrics = new Map(app.getAppMetrics().map(({ pid, memory }) => [pid, memory.workingSetSize * 1024]));
      const pids = new Map<AccountId, Set<number>>();
      for (const { view, accountId } of open.values()) {
        const pid = view.processId();
        // Pages of one session may share a process.
        if (pid !== null) pids.set(accountId, (pids.get(accountId) ?? new Set()).add(pid));
      }
      const bytes = (all: Set<number>) => [...all].reduce((sum, pid) => sum + (metrics.get(pid) ?? 0), 0);
      return new Map([...pids].map(([accountId, all]) => [accountId, bytes(all)]));
    },
    wipe(accountId) {
      const under = wipe(accountId).finally(() => wiping.delete(under));
      wiping.add(under);
      return under;
    },
    async settled() {
      await Promise.race([Promise.allSettled(wiping), wait(WIPED_WITHIN, undefined, { ref: false })]);
    },
    async wipeOthers(accountIds) {
      const names = await readdir(partitions).catch(() => []);
      if (names.length === 0) return;
      const strays = strayFolders(names, accountIds());
      // One that cannot be deleted is no reason to keep the others.
      const deleted = await Promise.allSettled(strays.map(deleteFolder));
      if (strays.length > 0) log.event('session-wiped', { folders: strays.length });
      const failed = deleted.find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    },
  };
}

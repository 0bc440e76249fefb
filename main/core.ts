import type { Preferences } from '../shared/domain/preferences.ts';
import type { TabId } from '../shared/domain/tab.ts';
import type { Result } from '../shared/errors.ts';
import type { Client, EventMessage } from '../shared/ipc/contract.ts';
import { createRemovals } from './accounts/removals.ts';
import { createSnapshots, type FullSnapshot } from './accounts/snapshot.ts';
import type { Carrier } from './delivery/carrier.ts';
import { createCarriers } from './delivery/carriers.ts';
import { createLocalMailbox } from './delivery/local-mailbox.ts';
import { createHandlers, type HandlerParts } from './ipc/handlers.ts';
import { createRouter } from './ipc/router.ts';
import { createTagger, incidentId } from './log.ts';
import type { Ports } from './ports.ts';
import { createPreferences } from './preferences/preferences.ts';
import { askRootKey } from './secrets/root-key.ts';
import { createVault } from './secrets/vault.ts';
import { ENDPOINTS, type Endpoints } from './endpoints.ts';
import { createSignIns } from './sign-in/sign-ins.ts';
import { createTokens } from './sign-in/tokens.ts';
import { createDownloads } from './sessions/downloads.ts';
import { createPermissions } from './sessions/permissions.ts';
import { createTabs } from './sessions/tabs.ts';
import { listAccounts, listRemoved } from './store/accounts.ts';
import { readAppState, setTrustedTime } from './store/app-state.ts';
import { openStore, type Opened } from './store/open.ts';
import type { StoreProblem } from './store/problems.ts';
import { loadCodeKey } from './verification/code-key.ts';
import { watchExpiry } from './verification/expiry.ts';
import { createOutbox } from './verification/outbox.ts';
import { recoverChallenges, recoverCodes } from './verification/recover.ts';
import { createTrustedTime } from './verification/trusted-time.ts';
import { createWays } from './ways/ways.ts';

/** The whole app without Electron. */
export interface Core {
  /** Answers one message from a renderer: `command` and `input` are checked here, and every refusal is answered. */
  readonly answer: (command: unknown, input: unknown) => Promise<Result<unknown>>;
  /** The same commands for the shell: tray, menus, shortcuts, command line and links call these. */
  readonly commands: Client;
  /** Everything main shows, read now. */
  readonly snapshot: () => FullSnapshot;
  readonly preferences: () => Preferences;
  /** The tab whose page is on screen; null where that is our own. */
  readonly tabOnScreen: () => TabId | null;
  /** Hears every event of the contract; call what it returns to stop. */
  readonly subscribe: (listener: (message: EventMessage) => void) => () => void;
  /** Gives up what is being sent, purges what was removed, and closes the store. */
  readonly close: () => Promise<void>;
}

/** What may differ from the app as a person runs it. */
export interface CoreOptions {
  /** Leaves out the check of what rules answer; for the packaged app. */
  trustOutput?: boolean;
  /** What stands for the local mailbox. */
  carrier?: Carrier;
  /** Where services answer that are not set up by address. */
  endpoints?: Endpoints;
  /** The application's id in Microsoft Entra that this build was made with. */
  clientId?: string;
}

/** Wires the app by hand: the only place where parts meet. Answers what is wrong where the store cannot be opened. */
export function createCore(
  ports: Ports,
  options: CoreOptions = {},
): { ok: true; value: Core } | { ok: false; problem: StoreProblem } {
  const opened = openStore(ports);
  if (!opened.ok) return opened;
  const parts = wire(ports, opened.value, options);
  start(parts);
  const { store, mailbox, preferences } = parts;
  const { answer, commands } = createRouter({ ...parts, ...options, handlers: createHandlers(parts) });
  const listeners = new Set<(message: EventMessage) => void>();
  const tell = (message: EventMessage) => {
    for (const listener of listeners) listener(message);
  };
  store.onCommit(({ revision, topics }) => tell({ name: 'app.changed', payload: { revision, topics: [...topics] } }));
  mailbox.onChange(() => tell({ name: 'mailbox.changed', payload: {} }));
  preferences.onChange((payload) => tell({ name: 'preferences.changed', payload }));
  parts.vault.onChange((payload) => tell({ name: 'secrets.changed', payload }));
  parts.ways.onChange(() => tell({ name: 'ways.changed', payload: {} }));
  parts.tabs.onChange((payload) => tell({ name: 'tabs.changed', payload }));
  parts.downloads.onChange((payload) => tell({ name: 'downloads.changed', payload }));
  const stopExpiry = watchExpiry(parts);

  return {
    ok: true,
    value: {
      answer,
      commands,
      snapshot: () => parts.snapshots.readAll(),
      preferences: () => preferences.read(),
      tabOnScreen: () => parts.tabs.onScreen(),
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      async close() {
        stopExpiry();
        parts.downloads.stop();
        orLog(parts, () => parts.tabs.stop());
        await parts.signIns.close();
        await parts.ways.close();
        await parts.outbox.close();
        await mailbox.close();
        orLog(parts, () => parts.removals.purgeAll());
        await ports.views.settled();
        orLog(parts, () => store.write((tx) => setTrustedTime(tx, parts.time.now().trusted)));
        store.close();
      },
    },
  };
}

function wire(ports: Ports, { store, installation }: Opened, options: CoreOptions): HandlerParts {
  const mailbox = createLocalMailbox(ports);
  const preferences = createPreferences(ports);
  const { endpoints = ENDPOINTS } = options;
  const rootKey = askRootKey(ports);
  const vault = createVault({ ...ports, store, rootKey });
  const tagOf = createTagger(installation.subkey('log tags'));
  const outside = { ...ports, store, vault, endpoints, tagOf, clientId: options.clientId ?? '' };
  const signIns = createSignIns(outside);
  const tokens = createTokens(outside);
  const carriers = createCarriers({ ...outside, tokens }, options.carrier ?? mailbox.carrier);
  const rules = {
    ...outside,
    mailbox,
    preferences,
    signIns,
    tokens,
    carriers,
    time: createTrustedTime(ports.clock, readAppState(store.read).trustedTime),
    codeKey: loadCodeKey(rootKey, ports.random),
    tagKey: installation.subkey('identifier tags'),
    outbox: createOutbox({ ...ports, carriers }),
    region: () => {
      const { phoneRegion } = preferences.read();
      return phoneRegion === 'system' ? ports.environment().region : phoneRegion;
    },
  };
  const permissions = createPermissions(rules);
  const downloads = createDownloads(ports);
  ports.views.follow({ isAllowed: permissions.isAllowed, downloadStarted: downloads.started });
  return {
    ...rules,
    permissions,
    downloads,
    tabs: createTabs({ ...rules, permissions, downloads }),
    removals: createRemovals(rules),
    snapshots: createSnapshots(rules),
    ways: createWays(rules),
  };
}

/** Tidies up after the last run. A disk that is full or fails now is no reason not to show what is there. */
function start(parts: HandlerParts): void {
  orLog(parts, () => recoverChallenges(parts));
  orLog(parts, () => parts.removals.purgeAll());
  void wipeStrays(parts).catch((error: unknown) => parts.log.fault(incidentId(parts.random), error));
  void recoverCodes(parts).catch((error: unknown) => parts.log.fault(incidentId(parts.random), error));
}

/** Deletes the sessions of accounts that are gone: those that were in use when their account went. */
function wipeStrays({ views, store }: HandlerParts): Promise<void> {
  const accounts = () => [...listAccounts(store.read), ...listRemoved(store.read)];
  return views.wipeOthers(() => new Set(accounts().map(({ id }) => id)));
}

function orLog({ log, random }: Pick<Ports, 'log' | 'random'>, action: () => void): void {
  try {
    action();
  } catch (error) {
    log.fault(incidentId(random), error);
  }
}

import { join } from 'node:path';
import type { AccountId } from '../../shared/domain/account.ts';
import { BrowserName, type BrowsersState } from '../../shared/domain/browser.ts';
import { ok, refuse, type Done, type Result } from '../../shared/errors.ts';
import { externalAddress } from '../external-address.ts';
import type { Ports } from '../ports.ts';
import { findAccount } from '../store/accounts.ts';
import { listBrowserChoices } from '../store/browser-choices.ts';
import type { Store } from '../store/database.ts';
import type { Installation } from '../store/installation.ts';
import { placesOf, type Place, type System } from './places.ts';
import { prepareProfile } from './prepare-profile.ts';
import { deleteOrphans, profilesOf, type ProfileOwner } from './profile-folders.ts';
import { startArguments } from './start-arguments.ts';

/** Real browsers, in which each account has a profile of its own. */
export interface Browsers {
  state(): BrowsersState;
  isInstalled(name: BrowserName): boolean;
  /** Opens an address in the account's profile, which is made at its first use and called `label`. */
  open(
    name: BrowserName,
    account: { id: AccountId; label: string },
    address: URL,
  ): Promise<Result<Done, 'browser-not-found' | 'open-failed'>>;
  /** Deletes the profiles of accounts that are gone: at start, and whenever one goes. Never rejects. */
  tidy(): Promise<void>;
  /** Tells those who show choices that one has changed. */
  tell(): void;
  onChange(listener: () => void): () => void;
}

interface Parts extends Pick<Ports, 'programs' | 'environment' | 'folder' | 'log'> {
  store: Store;
  installation: Installation;
}

export function createBrowsers({ programs, environment, folder, log, store, installation }: Parts): Browsers {
  // A name of this installation that says nothing of it.
  const tag = installation.subkey('browser profiles').toString('hex', 0, 8);
  const owner: ProfileOwner = { folder, tag };
  const listeners = new Set<() => void>();
  let tidied: Promise<void> = Promise.resolve();
  const system = (): System => ({ ...programs, platform: environment().platform });
  const find = (name: BrowserName): Place | undefined =>
    placesOf(name, system()).find(({ program }) => programs.canRun(program));

  async function tidy() {
    const kept = await deleteOrphans(system(), owner, (id) => findAccount(store.read, id) !== null);
    if (kept > 0) log.event('browser-profiles-kept', { count: kept });
  }

  return {
    state: () => ({
      installed: BrowserName.options.filter((name) => find(name) !== undefined),
      choices: listBrowserChoices(store.read),
    }),
    isInstalled: (name) => find(name) !== undefined,
    async open(name, { id, label }, address) {
      const place = find(name);
      if (place === undefined) return refuse('browser-not-found', { browser: name });
      const allowed = externalAddress(address.href);
      if (allowed === null) return refuse('open-failed');
      const profile = join(profilesOf(name, place, owner), id);
      try {
        await prepareProfile(name, profile, label);
      } catch {
        // A disk that is full, or a folder that may not be written: the caller tells the person.
        return refuse('open-failed');
      }
      const started = await programs.start(place.program, startArguments(name, profile, allowed));
      return started ? ok({}) : refuse('open-failed');
    },
    // One after the other, so that whoever waits for this one has waited for those before.
    tidy: () => (tidied = tidied.then(tidy).catch(() => log.event('browser-profiles-kept'))),
    tell: () => listeners.forEach((listener) => listener()),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

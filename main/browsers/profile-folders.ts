import type { Dirent } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AccountId } from '../../shared/domain/account.ts';
import { BrowserName } from '../../shared/domain/browser.ts';
import { ownFoldersOf, type Place, type System } from './places.ts';

/** Whose profiles they are: those in our data folder, and elsewhere those of this installation. */
export interface ProfileOwner {
  /** Our data folder. */
  folder: string;
  /** Names this installation among others of the same person. */
  tag: string;
}

/** The folder that holds one browser's profiles, a folder of its own for each account. */
export function profilesOf(name: BrowserName, { ownFolder }: Pick<Place, 'ownFolder'>, owner: ProfileOwner): string {
  return ownFolder === null ? resolve(owner.folder, 'browser-profiles', name) : join(ownFolder, owner.tag);
}

/**
 * Deletes every profile whose account is not there. Answers how many could not be deleted: a running browser may hold
 * its files.
 */
export async function deleteOrphans(
  system: System,
  owner: ProfileOwner,
  isThere: (id: AccountId) => boolean,
): Promise<number> {
  let kept = 0;
  for (const profiles of allProfiles(system, owner)) {
    for (const { name } of await listFolder(profiles)) {
      const id = AccountId.safeParse(name);
      // Asked for each folder anew: an account may come while others are deleted.
      if (!id.success || isThere(id.data)) continue;
      await rm(join(profiles, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => (kept += 1));
    }
  }
  return kept;
}

function allProfiles(system: System, owner: ProfileOwner): string[] {
  return BrowserName.options.flatMap((name) =>
    [null, ...ownFoldersOf(name, system)].map((ownFolder) => profilesOf(name, { ownFolder }, owner)),
  );
}

/** What lies in a folder; nothing where it is not there. */
async function listFolder(path: string): Promise<Dirent[]> {
  return readdir(path, { withFileTypes: true }).catch(() => []);
}

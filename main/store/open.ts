import type { Log } from '../log.ts';
import type { Clock, Random } from '../ports.ts';
import { makeBackup } from './backup.ts';
import { Connection } from './connection.ts';
import type { Store } from './database.ts';
import { keepPrivate, makeFolder, makePrivate, storeFiles, type StoreFiles } from './files.ts';
import { requireKnownSchema, requireSound, requireUsableFile, requireWritable, type Found } from './inspect.ts';
import { newInstallation, readInstallation, writeInstallation, type Installation } from './installation.ts';
import { migrate, newestVersion } from './migrate.ts';
import { migrations, type Migration } from './migrations/index.ts';
import { problemOf, type StoreProblem } from './problems.ts';
import { fillReserve } from './reserve.ts';
import { requireRuntime } from './runtime.ts';
import { createStore } from './store.ts';

/** What opening needs from outside. */
export interface OpenOptions {
  /** The folder of the store; made with mode 0700 where it is missing. */
  folder: string;
  random: Random;
  clock: Pick<Clock, 'now'>;
  log: Log;
  /** Steps of the schema other than the app's own, for tests of migrations. */
  steps?: readonly Migration[];
}

/** An open store, and the installation it belongs to. */
export interface Opened {
  store: Store;
  installation: Installation;
}

/**
 * Opens the store, or says what is wrong with it. It never deletes, never falls back to memory or to an older copy,
 * and leaves a file that it cannot use as it is. Throws only for bugs.
 */
export function openStore(options: OpenOptions): { ok: true; value: Opened } | { ok: false; problem: StoreProblem } {
  const files = storeFiles(options.folder);
  try {
    requireRuntime();
    return { ok: true, value: open(files, options) };
  } catch (error) {
    const problem = problemOf(error, files.database);
    if (!problem) throw error;
    options.log.event('store-problem', { kind: problem.kind });
    return { ok: false, problem };
  }
}

function open(files: StoreFiles, options: OpenOptions): Opened {
  const steps = options.steps ?? migrations;
  makeFolder(files.folder);
  requireWritable(files);
  const marker = readInstallation(files.marker);
  const wasKnown = marker !== 'missing';
  const keyIsLost = marker === 'missing' || marker === 'broken';
  const mine = keyIsLost ? newInstallation(options.random, options.clock.now()) : marker;
  requireUsableFile(files.database, newestVersion(steps), wasKnown);
  makePrivate(files.database);
  keepPrivate(files.log);
  const connection = new Connection(files.database, mine.installation.subkey('row digests'));
  try {
    const found = requireKnownSchema(connection, steps, wasKnown);
    if (!found.fresh) requireSound(connection, !keyIsLost);
    connection.prepare();
    bringUp(connection, files, found, options);
    if (keyIsLost) {
      reseal(connection);
      writeInstallation(files.marker, mine);
    }
  } catch (error) {
    connection.close();
    throw error;
  }
  fillReserve(files.reserve, options.random);
  options.log.event('store-opened', { schema: newestVersion(steps) });
  const { random, log } = options;
  return { store: createStore({ connection, files, random, log }), installation: mine.installation };
}

/** Runs the pending steps of the schema; a database that held something is copied first. */
function bringUp(connection: Connection, files: StoreFiles, found: Found, options: OpenOptions): void {
  const steps = options.steps ?? migrations;
  const known = newestVersion(steps);
  if (found.version === known) return;
  if (!found.fresh) makeBackup(connection.db, files.backups, options.clock.now());
  migrate(connection.db, found.version, steps, () => connection.digests.sealAll());
  if (!found.fresh) options.log.event('migrated', { from: found.version, to: known });
}

/** Seals a database whose key was lost under a new one: losing a key never costs an account. */
function reseal(connection: Connection): void {
  connection.db.transaction(() => connection.digests.sealAll()).immediate();
}

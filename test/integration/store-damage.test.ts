import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { everyAccount, populate } from '../support/link.ts';
import { seededRandom } from '../support/seeded.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openTestStore, problemOpening, tryOpen } from '../support/store.ts';

/** Of SQLite, in bytes. */
const PAGE = 4096;

/** A closed store of some accounts: its folder, its file, and what it held. */
function filledStore(accounts: number) {
  const folder = temporaryFolder();
  const { store } = openTestStore(folder);
  populate(store, accounts);
  const held = everyAccount(store.read);
  store.close();
  return { folder, held, file: join(folder, 'switchboard.db'), marker: join(folder, 'installation.json') };
}

test('an empty file where a database was known is damage, not a first start', () => {
  const { folder, file } = filledStore(2);
  truncateSync(file);
  expect(problemOpening(folder)).toEqual({ kind: 'emptied', path: file });
  expect(readFileSync(file).length).toBe(0);
});

test('a missing file where a database was known is damage, not a first start', () => {
  const { folder, file } = filledStore(2);
  rmSync(file);
  expect(problemOpening(folder)).toEqual({ kind: 'emptied', path: file });
  // Asking does not make a file that would look like an answer.
  expect(problemOpening(folder)).toEqual({ kind: 'emptied', path: file });
});

test('a database without tables where one was known is damage, not a first start', () => {
  const { folder, file } = filledStore(2);
  rmSync(file);
  const blank = new Database(file);
  blank.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a); DROP TABLE t;');
  blank.close();
  expect(problemOpening(folder)).toEqual({ kind: 'emptied', path: file });
});

test('an empty file where nothing was known is a first start', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'switchboard.db'), '');
  expect(tryOpen(folder).ok).toBe(true);
});

test('a marker that is gone or damaged costs no account, and a new one holds from then on', () => {
  for (const harm of [(marker: string) => rmSync(marker), (marker: string) => writeFileSync(marker, '{"id":"')]) {
    const { folder, held, file, marker } = filledStore(3);
    harm(marker);
    for (const round of [1, 2]) {
      const { store } = openTestStore(folder);
      expect({ round, rows: withoutDigests(everyAccount(store.read)) }).toEqual({ round, rows: withoutDigests(held) });
      store.close();
    }
    truncateSync(file);
    expect(problemOpening(folder).kind).toBe('emptied');
  }
});

test('a row that another hand changed is noticed, and the file is left as it is', () => {
  const { folder, file } = filledStore(3);
  const raw = new Database(file);
  raw.exec("UPDATE accounts SET name = 'Somebody else' WHERE position = 1");
  raw.close();
  const before = readFileSync(file);
  expect(problemOpening(folder)).toEqual({ kind: 'damaged', path: file });
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a digest that is taken away is noticed, and so is a row brought from another installation', () => {
  for (const harm of ['UPDATE proofs SET digest = NULL', 'UPDATE accounts SET digest = zeroblob(16)']) {
    const { folder, file } = filledStore(3);
    const raw = new Database(file);
    raw.exec(harm);
    raw.close();
    expect(problemOpening(folder).kind).toBe('damaged');
  }
  const [mine, other] = [filledStore(3), filledStore(3)];
  writeFileSync(mine.file, readFileSync(other.file));
  expect(problemOpening(mine.folder).kind).toBe('damaged');
});

test('a reference to nothing is noticed', () => {
  const { folder, file } = filledStore(3);
  const raw = new Database(file);
  raw.exec("PRAGMA foreign_keys = OFF; UPDATE activity SET account_id = 'nobody'");
  raw.close();
  expect(problemOpening(folder).kind).toBe('damaged');
});

test('a file that was cut short is refused wherever it was cut', () => {
  const { folder, file } = filledStore(20);
  const whole = readFileSync(file);
  const random = seededRandom(20261123);
  for (let cut = 0; cut < 500; cut += 1) {
    writeFileSync(file, whole.subarray(0, random(whole.length)));
    expect(tryOpen(folder).ok).toBe(false);
  }
});

test.each([
  ['zeros', (page: Buffer) => page.fill(0)],
  ['anything', (page: Buffer, random: (limit: number) => number) => page.map(() => random(256))],
])('of 500 pages that became %s none changes an account unnoticed', (_what, harm) => {
  const { folder, held, file } = filledStore(40);
  const whole = readFileSync(file);
  const random = seededRandom(11);
  const opened = { refused: 0, harmless: 0 };
  for (let round = 0; round < 500; round += 1) {
    const damaged = Buffer.from(whole);
    const at = random(whole.length / PAGE) * PAGE;
    damaged.set(harm(damaged.subarray(at, at + PAGE), random), at);
    writeFileSync(file, damaged);
    const result = tryOpen(folder);
    opened[result.ok ? 'harmless' : 'refused'] += 1;
    if (!result.ok) continue;
    const same = isSame(everyAccount(result.value.store.read), held);
    result.value.store.close();
    expect(same).toBe(true);
  }
  expect(opened.refused).toBeGreaterThan(400);
});

test('of 2,000 single flipped bits none changes an account unnoticed', () => {
  const { folder, held, file } = filledStore(40);
  const whole = readFileSync(file);
  const random = seededRandom(7);
  const seen = { refused: 0, harmless: 0, unnoticed: 0 };
  for (let flip = 0; flip < 2000; flip += 1) {
    const damaged = Buffer.from(whole);
    const at = random(whole.length);
    damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << random(8)), at);
    writeFileSync(file, damaged);
    const opened = tryOpen(folder);
    if (!opened.ok) {
      seen.refused += 1;
      continue;
    }
    const same = isSame(everyAccount(opened.value.store.read), held);
    opened.value.store.close();
    seen[same ? 'harmless' : 'unnoticed'] += 1;
  }
  expect(seen.unnoticed).toBe(0);
  // Both must have happened, or nothing was tried.
  expect(seen.refused).toBeGreaterThan(200);
  expect(seen.harmless).toBeGreaterThan(200);
});

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withoutDigests(rows: unknown): unknown {
  return JSON.parse(JSON.stringify(rows, (key, value: unknown) => (key === 'digest' ? undefined : value)));
}

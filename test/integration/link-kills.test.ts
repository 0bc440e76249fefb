import { once } from 'node:events';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { ReadDb } from '../../main/store/database.ts';
import { bundleChild, startChild } from '../support/child.ts';
import { temporaryFolder } from '../support/folder.ts';
import { seededRandom } from '../support/seeded.ts';
import { openTestStore } from '../support/store.ts';

const KILLS = 200;
/** A new folder after so many kills keeps the openings short. */
const KILLS_PER_FOLDER = 20;
/** Two at a time: while one child starts, the other one links. */
const LANES = 2;
/** More than a child can do; all rounds of a folder stay within the year that activity is kept. */
const HOURS_PER_ROUND = 400;

let script = '';
beforeAll(async () => {
  script = await bundleChild('link-child.ts');
});

/** One column of what a statement answers. */
function column(db: ReadDb, sql: string): unknown[] {
  const rows = z.array(z.record(z.string(), z.unknown())).parse(db.query(sql).all());
  return rows.flatMap((row) => Object.values(row));
}

/** Guesses and links in a child, kills it at a moment of `random`, and answers what it said that it had done. */
async function linkUntilKilled(folder: string, first: number, random: (limit: number) => number): Promise<string[]> {
  const child = startChild(script, [folder, String(first)]);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const closed = once(child, 'close');
  // One in ten dies while it starts and opens, the others in the middle of their work.
  if (random(10) > 0 && child.stdout) await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), random(60));
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  // A last line without its end was not said.
  return output.split('\n').slice(0, -1);
}

/** What must hold of a store whatever happened; answers the identifiers of its accounts and how many tries it counts. */
function whatIsThere(folder: string): { accounts: unknown[]; tries: number } {
  const { store } = openTestStore(folder);
  const accounts = column(store.read, 'SELECT identifier FROM accounts ORDER BY identifier');
  const whole = `SELECT accounts.identifier FROM accounts
    JOIN proofs ON proofs.account_id = accounts.id JOIN activity ON activity.account_id = accounts.id
    JOIN challenges ON challenges.id = proofs.challenge_id AND challenges.state = 'verified' ORDER BY accounts.identifier`;
  expect(column(store.read, whole)).toEqual(accounts);
  expect(column(store.read, `SELECT id FROM challenges WHERE state = 'verified'`)).toHaveLength(accounts.length);
  expect(column(store.read, 'PRAGMA integrity_check')).toEqual(['ok']);
  const [tries] = column(store.read, 'SELECT coalesce(sum(in_a_row), 0) FROM failure_runs');
  store.close();
  return { accounts, tries: Number(tries) };
}

async function lane(seed: number, kills: number): Promise<number> {
  const random = seededRandom(seed);
  let folder = '';
  let said: string[] = [];
  let total = 0;
  for (let round = 0; round < kills; round += 1) {
    const rounds = round % KILLS_PER_FOLDER;
    if (rounds === 0) [folder, said] = [temporaryFolder(), []];
    said.push(...(await linkUntilKilled(folder, rounds * HOURS_PER_ROUND, random)));
    const linked = said.filter((line) => line.startsWith('linked ')).map((line) => line.slice('linked '.length));
    const guesses = said.length - linked.length;
    const { accounts, tries } = whatIsThere(folder);
    expect(accounts).toEqual(expect.arrayContaining(linked));
    expect(tries).toBeGreaterThanOrEqual(guesses);
    // What each kill cut off after its commit is there without having been said.
    expect(accounts.length - linked.length + tries - guesses).toBeLessThanOrEqual(rounds + 1);
    if (rounds === KILLS_PER_FOLDER - 1) total += linked.length;
  }
  return total;
}

test(
  `${KILLS} kills while guessing and linking lose nothing that was said: no link, no half link, no try`,
  { timeout: 120_000 },
  async () => {
    const lanes = Array.from({ length: LANES }, (_, index) => lane(index + 1, KILLS / LANES));
    const linked = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0);
    // Else they all died before there was anything to lose.
    expect(linked).toBeGreaterThan(KILLS / 4);
  },
);

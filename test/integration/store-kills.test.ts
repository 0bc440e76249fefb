import { once } from 'node:events';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { ReadDb } from '../../main/store/database.ts';
import { bundleChild, startChild } from '../support/child.ts';
import { accountId } from '../support/link.ts';
import { seededRandom } from '../support/seeded.ts';
import { openTestStore, temporaryFolder } from '../support/store.ts';

const KILLS = 200;
/** A new folder after so many kills keeps the openings short. */
const KILLS_PER_FOLDER = 20;
/** Two at a time: while one child starts, the other one links. */
const LANES = 2;
const NUMBERS_PER_ROUND = 100_000;

let script = '';
beforeAll(async () => {
  script = await bundleChild('link-child.ts');
});

const Ids = z.array(z.object({ id: z.string() }));

function ids(db: ReadDb, sql: string): string[] {
  return Ids.parse(db.query(sql).all()).map((row) => row.id);
}

/** Links in a child, kills it at a moment of `random`, and answers the numbers that it said are linked. */
async function linkUntilKilled(folder: string, first: number, random: (limit: number) => number): Promise<number[]> {
  const child = startChild(script, [folder, String(first)]);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const closed = once(child, 'close');
  // One in ten dies while it starts and opens, the others in the middle of linking.
  if (random(10) > 0 && child.stdout) await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), random(40));
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  // A last line without its end was not said.
  return output.split('\n').slice(0, -1).map(Number);
}

/** What must hold of a store whatever happened; answers the ids of its accounts. */
function soundAccounts(folder: string): string[] {
  const { store } = openTestStore(folder);
  const accounts = ids(store.read, 'SELECT id FROM accounts ORDER BY id');
  const whole = `SELECT accounts.id FROM accounts
    JOIN proofs ON proofs.account_id = accounts.id JOIN activity ON activity.account_id = accounts.id
    JOIN challenges ON challenges.id = proofs.challenge_id AND challenges.state = 'verified' ORDER BY accounts.id`;
  expect(ids(store.read, whole)).toEqual(accounts);
  expect(ids(store.read, `SELECT id FROM challenges WHERE state = 'verified'`)).toHaveLength(accounts.length);
  expect(store.read.query('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  store.close();
  return accounts;
}

async function lane(seed: number, kills: number): Promise<number> {
  const random = seededRandom(seed);
  let folder = '';
  let said: string[] = [];
  let total = 0;
  for (let round = 0; round < kills; round += 1) {
    if (round % KILLS_PER_FOLDER === 0) [folder, said] = [temporaryFolder(), []];
    const linked = await linkUntilKilled(folder, round * NUMBERS_PER_ROUND, random);
    said.push(...linked.map((n) => accountId(n)));
    total += linked.length;
    const there = soundAccounts(folder);
    expect(there).toEqual(expect.arrayContaining(said));
    // The one link that each kill may have cut off after its commit is there without having been said.
    expect(there.length - said.length).toBeLessThanOrEqual((round % KILLS_PER_FOLDER) + 1);
  }
  return total;
}

test(
  `${KILLS} kills while linking lose nothing that was said and leave no half link`,
  { timeout: 120_000 },
  async () => {
    const lanes = Array.from({ length: LANES }, (_, index) => lane(index + 1, KILLS / LANES));
    const linked = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0);
    expect(linked).toBeGreaterThan(KILLS);
  },
);

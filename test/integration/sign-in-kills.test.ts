import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import type { ReadDb } from '../../main/store/database.ts';
import { testAuthority } from '../support/certificates.ts';
import { bundleChild } from '../support/child.ts';
import { value } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { ANSWERED, KILL_POINTS } from '../support/kill-points.ts';
import { startOpenIdProvider, type OpenIdProvider } from '../support/openid-provider.ts';
import { seededRandom } from '../support/seeded.ts';
import { createSignInCore } from '../support/sign-in-core.ts';
import { openTestStore } from '../support/store.ts';
import { trust } from '../support/trust.ts';

const KILLS = { link: 150, refresh: 50 };
/** A refresh asks for randomness once: for the nonce of the token it keeps. */
const POINTS = { link: KILL_POINTS, refresh: KILL_POINTS.filter((point) => point !== 'second-random') };
/** Two at a time: while one child starts, the other one works. */
const LANES = 2;

let script = '';
beforeAll(async () => {
  script = await bundleChild('sign-in-child.ts');
});

interface Lane {
  folder: string;
  provider: OpenIdProvider;
  /** A file with the authority that the child trusts. */
  authority: string;
  random: (limit: number) => number;
}

/** Runs a child until it is killed, and answers what it said before. */
async function untilKilled(
  { folder, provider, authority, random }: Lane,
  task: keyof typeof KILLS,
  login: string,
  round: number,
): Promise<string[]> {
  const point = POINTS[task][round % POINTS[task].length] ?? 'any';
  const child = spawn(process.execPath, [script, task, folder, provider.origin, point, login, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: authority },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    if (point === 'any' && chunk.includes(ANSWERED)) setTimeout(() => child.kill('SIGKILL'), random(25));
  });
  const [, signal] = await once(child, 'close');
  expect(signal, `${point} ${output}`).toBe('SIGKILL');
  // A last line without its end was not said.
  return output.split('\n').slice(0, -1);
}

function column(db: ReadDb, sql: string): unknown[] {
  const rows = z.array(z.record(z.string(), z.unknown())).parse(db.query(sql).all());
  return rows.flatMap((row) => Object.values(row));
}

/** What must hold whatever happened: accounts are whole, each with its proof by sign-in and its activity. Answers them. */
function wholeAccounts(folder: string): unknown[] {
  const { store } = openTestStore(folder);
  const accounts = column(store.read, 'SELECT identifier FROM accounts ORDER BY identifier');
  const whole = `SELECT DISTINCT identifier FROM accounts JOIN proofs ON proofs.account_id = accounts.id
    JOIN activity ON activity.account_id = accounts.id WHERE proofs.method = 'sign-in' ORDER BY identifier`;
  expect(column(store.read, whole)).toEqual(accounts);
  expect(column(store.read, 'SELECT count(*) FROM proofs WHERE account_id NOT IN (SELECT id FROM accounts)')).toEqual([
    0,
  ]);
  expect(column(store.read, 'PRAGMA integrity_check')).toEqual(['ok']);
  store.close();
  return accounts;
}

async function lanes(kills: number, run: (lane: Lane, kills: number) => Promise<void>): Promise<void> {
  const authority = join(temporaryFolder(), 'authority.pem');
  const { caPem, issue } = await testAuthority();
  trust(caPem);
  writeFileSync(authority, caPem);
  const provider = await startOpenIdProvider(await issue());
  onTestFinished(() => provider.close());
  const all = Array.from({ length: LANES }, (_, seed) =>
    run({ folder: temporaryFolder(), provider, authority, random: seededRandom(seed + 1) }, kills / LANES),
  );
  await Promise.all(all);
}

test(
  `${KILLS.link} kills while whoever signed in is linked leave no half link, and lose none that was said`,
  { timeout: 120_000 },
  () =>
    lanes(KILLS.link, async (lane, kills) => {
      const said: string[] = [];
      for (let round = 0; round < kills; round += 1) {
        const login = `person-${round}@example.com`;
        const lines = await untilKilled(lane, 'link', login, round);
        said.push(...lines.filter((line) => line.startsWith('linked ')).map((line) => line.slice('linked '.length)));
        expect(wholeAccounts(lane.folder)).toEqual(expect.arrayContaining(said));
      }
      // Each point after the write left its link.
      expect(wholeAccounts(lane.folder).length).toBeGreaterThanOrEqual(Math.floor(kills / POINTS.link.length));
      // Whoever was cut off signs in now.
      const core = await createSignInCore(lane.provider, lane.folder);
      const again = await core.signInWith('person-0@example.com', {
        purpose: 'link',
        provider: 'microsoft',
        identifier: '',
      });
      expect(again.ok || again.error.code).toSatisfy((answer) => answer === true || answer === 'already-linked');
    }),
);

test(
  `${KILLS.refresh} kills while a token is refreshed cost a new sign-in at most, and no account, proof or set-up`,
  { timeout: 120_000 },
  () =>
    lanes(KILLS.refresh, async (lane, kills) => {
      const { provider, folder } = lane;
      const login = 'sender@outlook.com';
      provider.intercept = ({ url }, response) => {
        if (url !== '/v1.0/me/sendMail') return false;
        response.writeHead(202).end();
        return true;
      };
      const core = await createSignInCore(provider, folder);
      const accountId = await core.addBySignIn(login, 'microsoft');
      value(await core.commands.ways.allowSending({ accountId, carrier: 'graph' }));
      value(await core.commands.ways.save({ setUp: { name: 'graph', accountId }, secret: null }));
      await core.close();
      const told = { sent: 0, again: 0 };
      for (let round = 0; round < kills; round += 1) {
        const [first] = await untilKilled(lane, 'refresh', login, round);
        expect(first).toMatch(/^(sent|again)$/);
        told[first === 'sent' ? 'sent' : 'again'] += 1;
        expect(wholeAccounts(folder)).toEqual([login]);
        const { store } = openTestStore(folder);
        expect(column(store.read, `SELECT name FROM ways ORDER BY name`)).toEqual(['graph', 'openid']);
        store.close();
      }
      // Else nothing was cut off, or nothing was kept.
      expect(Math.min(told.sent, told.again)).toBeGreaterThan(kills / 10);
    }),
);

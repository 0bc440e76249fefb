import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createTestCore, value, wrongCode, type TestCore } from '../support/core.ts';

const YEAR = 365 * 86_400_000;

/** What a closed app has recorded, oldest first. */
async function recorded(core: TestCore): Promise<unknown[]> {
  await core.close();
  const db = new Database(join(core.ports.folder, 'switchboard.db'), { readonly: true });
  const rows = db.prepare('SELECT at, event, account_id AS account FROM activity ORDER BY id').all();
  db.close();
  return rows;
}

test('signing in, linking, a lock, a new primary, a removal and its undo leave an entry that names nobody', async () => {
  const core = createTestCore();
  const at = new Date(core.ports.clock.now()).toISOString();
  const ada = await core.signIn('ada@example.com');
  const bob = await core.link('bob@example.com');
  const { id } = value(await core.commands.accounts.link({ identifier: 'eve@example.com' }));
  const code = await core.newestCode();
  for (let n = 1; n <= 5; n += 1) {
    await core.commands.challenge.submit({ challengeId: id, code: wrongCode(code, n) });
  }
  value(await core.commands.accounts.makePrimary({ accountId: bob }));
  value(await core.commands.accounts.remove({ accountId: ada, successorId: null }));
  value(await core.commands.accounts.undoRemove({ accountId: ada }));
  expect(await recorded(core)).toEqual([
    { at, event: 'signed-in', account: ada },
    { at, event: 'linked', account: bob },
    { at, event: 'challenge-locked', account: null },
    { at, event: 'made-primary', account: bob },
    { at, event: 'removed', account: ada },
    { at, event: 'restored', account: ada },
  ]);
});

test('entries are kept for a year', async () => {
  const first = createTestCore();
  await first.signIn('ada@example.com');
  const { folder, clock, random } = first.ports;
  await first.close();
  clock.sleep(YEAR);
  const second = createTestCore({ folder, clock, random });
  expect(await recorded(second)).toHaveLength(1);
  clock.sleep(1);
  expect(await recorded(createTestCore({ folder, clock, random }))).toEqual([]);
});

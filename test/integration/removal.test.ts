import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestCore, refusal, value, type TestCore } from '../support/core.ts';

/** Every file under the app's folder, as bytes. */
function files(core: TestCore): Buffer {
  const { folder } = core.ports;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Buffer.concat(entries.map(({ parentPath, name }) => readFileSync(join(parentPath, name))));
}

async function withThree(core: TestCore) {
  const primary = await core.signIn('maria@example.com');
  const work = await core.link('Canary.Work@example.com');
  const phone = await core.link('+49 170 7654321');
  return { primary, work, phone };
}

test('a removed account is gone from the files after the undo time, and not before', async () => {
  const core = createTestCore();
  const { work, phone } = await withThree(core);
  value(await core.commands.accounts.rename({ accountId: work, name: 'Canary name' }));
  for (const accountId of [work, phone]) value(await core.commands.accounts.remove({ accountId, successorId: null }));
  expect(files(core).includes('canary.work@')).toBe(true);
  core.ports.clock.advance(10_000);
  const left = files(core);
  for (const word of ['canary.work@', 'Canary.Work@', 'Canary name', '+491707654321', work, phone]) {
    expect(left.includes(word) ? word : null).toBeNull();
  }
  expect(left.includes('maria@example.com')).toBe(true);
  expect(core.snapshot().accounts).toMatchObject({ accounts: [{}], removals: [] });
});

test.each(['closing', 'starting'])('what was removed before is gone after %s', async (when) => {
  const core = createTestCore();
  const { work } = await withThree(core);
  value(await core.commands.accounts.remove({ accountId: work, successorId: null }));
  await core.close();
  const after = when === 'closing' ? core : createTestCore({ folder: core.ports.folder });
  expect(files(after).includes('canary.work@')).toBe(false);
});

test('after erasing everything nobody is left in any file', async () => {
  const core = createTestCore();
  await withThree(core);
  value(await core.commands.accounts.link({ identifier: 'canary.open@example.com' }));
  value(await core.commands.accounts.eraseEverything({}));
  await core.idle();
  const left = files(core);
  for (const word of ['maria@', 'canary.', 'Canary.', '+491707654321'])
    expect(left.includes(word) ? word : null).toBeNull();
  expect(value(await core.commands.mailbox.list({}))).toEqual([]);
  expect(core.ports.log.faults).toEqual([]);
});

test('limits outlive erasing everything', async () => {
  const core = createTestCore();
  await core.signIn('maria@example.com');
  value(await core.commands.accounts.eraseEverything({}));
  const again = await core.commands.accounts.signIn({ identifier: 'maria@example.com' });
  expect(refusal(again)).toMatchObject({ code: 'resend-too-soon' });
});

test('no code is ever in a file: not while it is open, and not after any end', async () => {
  const core = createTestCore();
  const codes: string[] = [];
  const ask = async (identifier: string) => {
    const challenge = value(await core.commands.accounts.link({ identifier }));
    codes.push(await core.newestCode());
    return challenge.id;
  };
  await core.signIn('maria@example.com');
  await core.link('a@example.com');
  await ask('open@example.com');
  value(await core.commands.challenge.cancel({ challengeId: await ask('cancelled@example.com') }));
  const locked = await ask('locked@example.com');
  for (let n = 1; n <= 5; n += 1) {
    const code = String((Number(codes.at(-1)) + n) % 1_000_000).padStart(6, '0');
    await core.commands.challenge.submit({ challengeId: locked, code });
  }
  codes.push(...value(await core.commands.mailbox.list({})).map(({ text }) => text.slice(0, 6)));
  const held = files(core);
  // Six digits may stand in a time stamp by chance: those of 2026-11-23T20:00 with this seed do not.
  for (const code of codes) expect(held.includes(code) ? code : null).toBeNull();
});

test('undo gives an account back as it was, for ten seconds', async () => {
  const core = createTestCore();
  const { primary, work } = await withThree(core);
  value(await core.commands.accounts.switchTo({ accountId: work }));
  const before = core.snapshot().accounts;
  value(await core.commands.accounts.remove({ accountId: work, successorId: null }));
  expect(core.snapshot().accounts.activeId).toBe(primary);
  core.ports.clock.advance(9_999);
  value(await core.commands.accounts.undoRemove({ accountId: work }));
  expect(core.snapshot().accounts).toEqual(before);
  core.ports.clock.advance(60_000);
  expect(core.snapshot().accounts).toEqual(before);
});

test('the last account removed is signed out, and undo signs in again', async () => {
  const core = createTestCore();
  const accountId = await core.signIn('maria@example.com');
  value(await core.commands.accounts.remove({ accountId, successorId: null }));
  expect(core.snapshot().accounts).toMatchObject({ primaryId: null, activeId: null, accounts: [] });
  value(await core.commands.accounts.undoRemove({ accountId }));
  expect(core.snapshot().accounts).toMatchObject({ primaryId: accountId, activeId: accountId });
});

test('an identifier that was linked anew cannot be had back twice', async () => {
  const core = createTestCore();
  const { work } = await withThree(core);
  value(await core.commands.accounts.remove({ accountId: work, successorId: null }));
  core.ports.clock.setWall(core.ports.clock.now() - 1);
  core.ports.clock.sleep(30_000);
  core.ports.clock.setWall(core.ports.clock.now() - 30_000);
  await core.link('canary.work@example.com');
  const undone = await core.commands.accounts.undoRemove({ accountId: work });
  expect(refusal(undone)).toEqual({ code: 'already-linked', identifier: 'Canary.Work@example.com' });
});

test('what is added anew while a removal can be undone outlives the end of that time', async () => {
  const core = createTestCore();
  const { work } = await withThree(core);
  core.ports.clock.advance(30_000);
  value(await core.commands.accounts.remove({ accountId: work, successorId: null }));
  const challenge = value(await core.commands.accounts.link({ identifier: 'canary.work@example.com' }));
  await core.idle();
  core.ports.clock.advance(10_000);
  expect(core.snapshot().accounts.removals).toEqual([]);
  expect(await core.prove(challenge)).not.toBe(work);
});

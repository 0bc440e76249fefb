import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { AccountId } from '../../shared/domain/account.ts';
import { createTestCore, refusal, value, type TestCore } from '../support/core.ts';
import { accountId } from '../support/ids.ts';

const open = (core: TestCore, id: AccountId) =>
  core.commands.services.open({ accountId: id, serviceId: 'outlook', owner: 'personal' });

/** An account whose services open in a browser. */
async function accountIn(browser: 'chrome' | 'firefox', program: string) {
  const core = createTestCore();
  const { programs } = core.ports;
  programs.installed.add(program);
  const id = await core.signIn('maria@example.com');
  value(await core.commands.browsers.choose({ accountId: id, place: browser }));
  const lastArguments = () => programs.started.at(-1)?.args ?? [];
  return { core, programs, id, lastArguments };
}

test('services open in the profile of the account, which is for its owner only and bears its name', async () => {
  const { core, programs, id, lastArguments } = await accountIn('chrome', '/usr/bin/google-chrome');
  expect(value(await open(core, id))).toEqual({ where: 'browser' });
  const profile = join(core.ports.folder, 'browser-profiles/chrome', id);
  expect(programs.started[0]?.file).toBe('/usr/bin/google-chrome');
  expect(lastArguments()[0]).toBe(`--user-data-dir=${profile}`);
  expect(lastArguments().at(-1)).toBe('https://outlook.live.com/mail/0/?login_hint=maria%40example.com');
  expect(core.ports.browser.opened).toEqual([]);
  expect(statSync(profile).mode & 0o777).toBe(0o700);
  const preferences = join(profile, 'Default/Preferences');
  expect(readFileSync(preferences, 'utf8')).toBe('{"profile":{"name":"maria@example.com"}}');

  writeFileSync(preferences, 'what the browser made of it');
  value(await open(core, id));
  expect(readFileSync(preferences, 'utf8')).toBe('what the browser made of it');
});

test('a browser that is gone, or does not start, is told', async () => {
  const { core, programs, id } = await accountIn('chrome', '/usr/bin/google-chrome');
  programs.starts = false;
  expect(refusal(await open(core, id))).toEqual({ code: 'open-failed' });
  programs.installed.clear();
  expect(refusal(await open(core, id))).toEqual({ code: 'browser-not-found', browser: 'chrome' });
});

test('a confined browser keeps its profiles in a folder of its own, apart from those of another installation', async () => {
  const { core, id, lastArguments } = await accountIn('firefox', '/snap/bin/firefox');
  value(await open(core, id));
  const profile = lastArguments()[1] ?? '';
  const { folder } = core.ports;
  const shared = join(folder, 'home/snap/firefox/common/switchboard');
  expect(dirname(dirname(profile))).toBe(shared);
  expect(readFileSync(join(profile, 'user.js'), 'utf8')).toContain('user_pref("browser.aboutwelcome.enabled", false);');
  const others = join(shared, '0123456789abcdef', accountId(7));
  mkdirSync(others, { recursive: true });
  value(await core.commands.accounts.eraseEverything({}));
  expect([existsSync(profile), existsSync(others)]).toEqual([false, true]);
});

test('at start the profiles of accounts that are gone are deleted, and nothing else is', async () => {
  const { core, id } = await accountIn('chrome', '/usr/bin/google-chrome');
  value(await open(core, id));
  const { folder } = core.ports;
  const profiles = join(folder, 'browser-profiles/chrome');
  await core.close();
  for (const name of [accountId(7), 'what somebody put here'])
    mkdirSync(join(profiles, name, 'Default'), { recursive: true });
  const next = createTestCore({ folder });
  await next.close();
  expect(readdirSync(profiles).toSorted()).toEqual([id, 'what somebody put here'].toSorted());
  expect(next.ports.log.faults).toEqual([]);
});

test('a removed account keeps its choice and its profile as long as it can be had back', async () => {
  const { core } = await accountIn('chrome', '/usr/bin/google-chrome');
  const work = await core.link('work@example.com');
  value(await core.commands.browsers.choose({ accountId: work, place: 'chrome' }));
  value(await open(core, work));
  const profile = join(core.ports.folder, 'browser-profiles/chrome', work);
  value(await core.commands.accounts.remove({ accountId: work, successorId: null }));
  expect(refusal(await open(core, work))).toEqual({ code: 'account-not-found' });
  value(await core.commands.accounts.undoRemove({ accountId: work }));
  value(await open(core, work));
  value(await core.commands.accounts.remove({ accountId: work, successorId: null }));
  core.ports.clock.advance(10_000);
  await core.close();
  expect(existsSync(profile)).toBe(false);
});

import { expect, test } from 'vitest';
import { createTestCore, refusal, value, type TestCore } from '../support/core.ts';

const patterns = async ({ commands }: TestCore) =>
  value(await commands.links.list({})).map(({ pattern, accountId }) => ({ pattern, accountId }));

test('`always` stands before all other rules, and takes the place of one for the same host', async () => {
  const core = createTestCore();
  const { openAs, add } = core.commands.links;
  const [ada, bob] = [await core.signIn('ada@example.com'), await core.link('bob@example.com')];
  value(await add({ pattern: '*.example', accountId: ada }));
  const address = 'https://site.example/x';
  value(await openAs({ accountId: bob, address, always: true }));
  value(await openAs({ accountId: ada, address, always: true }));
  expect(await patterns(core)).toEqual([
    { pattern: 'site.example', accountId: ada },
    { pattern: '*.example', accountId: ada },
  ]);
  const unsayable = await openAs({ accountId: ada, address: 'https://site.example./', always: true });
  expect(refusal(unsayable)).toEqual({ code: 'pattern-invalid', problem: 'not-a-host' });
});

test('an address that does not open keeps its rule, and says why', async () => {
  const core = createTestCore();
  const ada = await core.signIn('ada@example.com');
  // It goes between the choice and the link.
  core.ports.programs.installed.add('/usr/bin/firefox');
  value(await core.commands.browsers.choose({ accountId: ada, place: 'firefox' }));
  core.ports.programs.installed.clear();
  const answer = await core.commands.links.openAs({ accountId: ada, address: 'https://a.example/', always: true });
  expect(refusal(answer)).toEqual({ code: 'browser-not-found', browser: 'firefox' });
  expect(await patterns(core)).toHaveLength(1);
});

test('a link opens in the browser that the account chose', async () => {
  const core = createTestCore();
  const ada = await core.signIn('ada@example.com');
  core.ports.programs.installed.add('/usr/bin/firefox');
  value(await core.commands.browsers.choose({ accountId: ada, place: 'firefox' }));
  value(await core.commands.links.openAs({ accountId: ada, address: 'https://a.example/', always: false }));
  expect(core.ports.programs.started[0]?.args.slice(-2)).toEqual(['-new-tab', 'https://a.example/']);
});

test('the rules of a removed account wait for it, and go with it', async () => {
  const core = createTestCore();
  const [ada, bob] = [await core.signIn('ada@example.com'), await core.link('bob@example.com')];
  value(await core.commands.links.add({ pattern: 'b.example', accountId: bob }));
  value(await core.commands.links.add({ pattern: 'a.example', accountId: ada }));
  const takes = async () =>
    value(await core.commands.links.decide({ address: 'https://b.example/' })).rule?.accountId ?? null;
  expect(await takes()).toBe(bob);
  value(await core.commands.accounts.remove({ accountId: bob, successorId: null }));
  expect(await takes()).toBeNull();
  value(await core.commands.accounts.undoRemove({ accountId: bob }));
  expect(await takes()).toBe(bob);
  value(await core.commands.accounts.remove({ accountId: bob, successorId: null }));
  core.ports.clock.advance(10_000);
  expect(await patterns(core)).toEqual([{ pattern: 'a.example', accountId: ada }]);
});

test('there are at most 500 rules', async () => {
  const core = createTestCore();
  const accountId = await core.signIn('ada@example.com');
  const { add, openAs } = core.commands.links;
  for (let n = 0; n < 500; n += 1) value(await add({ pattern: `site${n}.example`, accountId }));
  const full = { code: 'too-many-link-rules', max: 500 };
  expect(refusal(await add({ pattern: 'more.example', accountId }))).toEqual(full);
  const opened = core.ports.browser.opened.length;
  expect(refusal(await openAs({ accountId, address: 'https://more.example/', always: true }))).toEqual(full);
  expect(core.ports.browser.opened).toHaveLength(opened);
  value(await openAs({ accountId, address: 'https://site7.example/', always: true }));
  expect((await patterns(core))[0]).toEqual({ pattern: 'site7.example', accountId });
});

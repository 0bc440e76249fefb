import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { BrowserName } from '../../shared/domain/browser.ts';
import type { AccountId } from '../../shared/domain/account.ts';
import { testAuthority } from '../support/certificates.ts';
import { createTestCore, value } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { httpsRecorder } from '../support/https-server.ts';
import { end, hasEnded, realBrowsers } from '../support/real-browsers.ts';

/** A browser may take long to start while other tests keep the machine busy. */
const STARTS = { timeout: 60_000, interval: 50 };

/** Lets every page of the site close itself once `/bye` is opened, where the browser allows it: Chromium does. */
const LEAVING = `<title>Site</title><script>
  const channel = new BroadcastChannel('leaving');
  channel.onmessage = () => close();
  if (location.pathname === '/bye') { channel.postMessage(''); close(); }
</script>`;

/** A site that gives whoever comes a name in a cookie. */
async function site() {
  const certificate = await (await testAuthority()).selfSigned();
  const server = await httpsRecorder(certificate, ({ path, headers }) => ({
    status: 200,
    headers: {
      'content-type': 'text/html',
      ...(headers.cookie === undefined && { 'set-cookie': `who=${path.slice(1)}; Max-Age=3600; Path=/` }),
    },
    body: LEAVING,
  }));
  const cookieAt = async (path: string) => {
    await vi.waitFor(() => expect(server.requests.map((request) => request.path)).toContain(path), STARTS);
    return server.requests.find((request) => request.path === path)?.headers.cookie ?? null;
  };
  return { ...server, certificate, cookieAt };
}

/** The app with two accounts whose services open in a browser that is really there. */
async function twoAccountsIn(browser: BrowserName) {
  const { origin, port, certificate, cookieAt } = await site();
  const folder = temporaryFolder();
  const { programs, runningWith, endAll } = await realBrowsers(join(folder, 'home'), { port, certificate });
  const core = createTestCore({ folder, programs });
  const { commands } = core;
  const [ada, bob] = [await core.signIn('ada@example.com'), await core.link('bob@example.com')];
  for (const accountId of [ada, bob]) value(await commands.browsers.choose({ accountId, place: browser }));
  const profiles = join(folder, 'browser-profiles', browser);
  async function visit(accountId: AccountId, path: string) {
    value(await commands.links.openAs({ accountId, address: `${origin}${path}`, always: false }));
    return cookieAt(path);
  }
  return { core, ada, bob, profiles, visit, runningWith, endAll };
}

test.each<BrowserName>(['chromium', 'firefox'])(
  'two accounts in %s know nothing of each other, stay signed in over a restart, and are gone once removed',
  async (browser) => {
    const { core, ada, bob, profiles, visit, runningWith, endAll } = await twoAccountsIn(browser);
    expect(readdirSync(core.ports.folder)).not.toContain('browser-profiles');

    expect(await visit(ada, '/ada')).toBeNull();
    expect(await visit(bob, '/bob')).toBeNull();
    // The browser that runs already takes the address over, and knows who came before.
    expect(await visit(ada, '/again')).toBe('who=ada');
    expect(await visit(bob, '/more')).toBe('who=bob');

    // Chromium writes cookies down when its windows are closed, and not when it is told to end.
    if (browser === 'chromium') await visit(ada, '/bye');
    else await end(runningWith(ada));
    await vi.waitFor(() => expect(hasEnded(runningWith(ada))).toBe(true), STARTS);
    expect(await visit(ada, '/restarted')).toBe('who=ada');

    expect(readdirSync(profiles).toSorted()).toEqual([ada, bob].toSorted());
    value(await core.commands.accounts.remove({ accountId: bob, successorId: null }));
    core.ports.clock.advance(9_999);
    expect(existsSync(join(profiles, bob))).toBe(true);
    core.ports.clock.advance(1);
    await core.close();
    await endAll();
    // What the running browser held or wrote once more goes at the next start.
    const next = createTestCore({ folder: core.ports.folder });
    await next.close();
    expect(readdirSync(profiles)).toEqual([ada]);
    const last = createTestCore({ folder: core.ports.folder });
    value(await last.commands.accounts.eraseEverything({}));
    expect(readdirSync(profiles)).toEqual([]);
    expect([core, next, last].flatMap(({ ports }) => ports.log.faults)).toEqual([]);
  },
  180_000,
);

test('Chromium takes the name of the account over', async () => {
  const { core, ada, profiles, visit, runningWith } = await twoAccountsIn('chromium');
  value(await core.commands.accounts.rename({ accountId: ada, name: 'Ada at Contoso' }));
  await visit(ada, '/ada');
  await end(runningWith(ada));
  const state: unknown = JSON.parse(readFileSync(join(profiles, ada, 'Local State'), 'utf8'));
  expect(state).toMatchObject({ profile: { info_cache: { Default: { name: 'Ada at Contoso' } } } });
});

import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../main/preferences/preferences.ts';
import { contract, type Client } from '../../shared/ipc/contract.ts';
import { accountId as id } from '../support/ids.ts';
import { createTestCore, refusal, value, wrongCode, type TestCore } from '../support/core.ts';
import { SECRETS, smtpSetUp } from '../support/set-ups.ts';
import { walkTabs } from '../support/contract-tabs.ts';
import { coreWithProvider, shown, signInUnderWay } from '../support/sign-in-core.ts';

/** What each command answers when it does what it is for, and the first thing it refuses. */
const walk: { [G in keyof Client]: { [C in keyof Client[G]]: (core: TestCore) => Promise<void> } } = {
  app: {
    async snapshot({ commands, signIn }) {
      await signIn('maria@example.com');
      const all = value(await commands.app.snapshot({ topics: ['accounts', 'challenges'] }));
      expect(all.accounts?.accounts).toHaveLength(1);
      expect(all.challenges).toEqual([]);
      const some = value(await commands.app.snapshot({ topics: ['challenges'] }));
      expect(some).toEqual({ revision: all.revision, challenges: [] });
    },
    async environment({ commands }) {
      expect(value(await commands.app.environment({}))).toMatchObject({ platform: 'linux', region: 'DE' });
    },
  },
  accounts: {
    async signIn({ commands }) {
      const challenge = value(await commands.accounts.signIn({ identifier: 'maria@example.com' }));
      expect(challenge).toMatchObject({ purpose: 'sign-in', state: 'sending', sendNumber: 1, triesLeft: 5 });
      const again = value(await commands.accounts.signIn({ identifier: 'MARIA@example.com' }));
      expect(again.id).toBe(challenge.id);
      expect(refusal(await commands.accounts.signIn({ identifier: ' ' }))).toEqual({ code: 'identifier-empty' });
    },
    async link({ commands, signIn }) {
      await signIn('maria@example.com');
      const challenge = value(await commands.accounts.link({ identifier: '0170 1234567' }));
      expect(challenge).toMatchObject({ purpose: 'link', identifier: { value: '+491701234567' } });
      expect(refusal(await commands.accounts.link({ identifier: 'nobody' }))).toEqual({
        code: 'identifier-unrecognized',
      });
    },
    async proveAgain({ commands, signIn, prove, ports, snapshot }) {
      const accountId = await signIn('maria@example.com');
      expect(refusal(await commands.accounts.proveAgain({ accountId }))).toMatchObject({ code: 'resend-too-soon' });
      ports.clock.advance(30_000);
      const challenge = value(await commands.accounts.proveAgain({ accountId }));
      expect(challenge).toMatchObject({ purpose: 'prove-again', identifier: { value: 'maria@example.com' } });
      expect(await prove(challenge)).toBe(accountId);
      const provenAt = new Date(ports.clock.now()).toISOString();
      expect(snapshot().accounts.accounts).toMatchObject([{ proof: { strength: 'practice', provenAt } }]);
    },
    async signInWith({ commands }) {
      const wish = { purpose: 'sign-in', provider: 'openid', identifier: '' } as const;
      expect(refusal(await commands.accounts.signInWith(wish))).toEqual({ code: 'provider-not-set-up' });
      const { core } = await coreWithProvider();
      const signedIn = value(await core.signInWith('maria@example.com', wish));
      expect(signedIn.purpose).toBe('sign-in');
      expect(shown(core, signedIn.accountId).identifier.value).toBe('maria@example.com');
    },
    async reopenBrowser({ commands }) {
      expect(refusal(await commands.accounts.reopenBrowser({}))).toEqual({ code: 'sign-in-over' });
      const { core, signingIn } = await signInUnderWay();
      value(await core.commands.accounts.reopenBrowser({}));
      expect(core.browser.opened[1]).toBe(core.browser.opened[0]);
      core.browser.opens = false;
      expect(refusal(await core.commands.accounts.reopenBrowser({}))).toEqual({ code: 'open-failed' });
      value(await core.commands.accounts.cancelSignIn({}));
      await signingIn;
    },
    async cancelSignIn({ commands }) {
      value(await commands.accounts.cancelSignIn({}));
      const { core, signingIn } = await signInUnderWay();
      value(await core.commands.accounts.cancelSignIn({}));
      expect(refusal(await signingIn)).toEqual({ code: 'sign-in-cancelled' });
      expect(core.snapshot().accounts.accounts).toEqual([]);
    },
    // With one it stands in `sign-in-accounts-profile.test.ts`.
    async picture({ commands, signIn }) {
      const accountId = await signIn('maria@example.com');
      expect(value(await commands.accounts.picture({ accountId }))).toEqual({ picture: null });
    },
    async switchTo({ commands, signIn, link, snapshot }) {
      const primary = await signIn('maria@example.com');
      const work = await link('work@example.com');
      const before = snapshot().revision;
      value(await commands.accounts.switchTo({ accountId: primary }));
      expect(snapshot().revision).toBe(before);
      value(await commands.accounts.switchTo({ accountId: work }));
      expect(snapshot().accounts).toMatchObject({ primaryId: primary, activeId: work });
      expect(snapshot().accounts.accounts[1]?.lastUsedAt).not.toBeNull();
    },
    async rename({ commands, signIn, snapshot }) {
      const accountId = await signIn('maria@example.com');
      value(await commands.accounts.rename({ accountId, name: '  Maria de la Lopez\n' }));
      expect(snapshot().accounts.accounts[0]).toMatchObject({ name: 'Maria de la Lopez', initials: 'ML' });
      const tooLong = await commands.accounts.rename({ accountId, name: 'x'.repeat(81) });
      expect(refusal(tooLong)).toEqual({ code: 'name-too-long', max: 80 });
    },
    async setKind({ commands, signIn, snapshot }) {
      const accountId = await signIn('maria@example.com');
      value(await commands.accounts.setKind({ accountId, kind: 'work' }));
      expect(snapshot().accounts.accounts[0]?.kind).toBe('work');
    },
    async makePrimary({ commands, signIn, link, snapshot }) {
      const first = await signIn('maria@example.com');
      const work = await link('work@example.com');
      value(await commands.accounts.makePrimary({ accountId: work }));
      expect(snapshot().accounts).toMatchObject({ primaryId: work, activeId: first });
      expect(snapshot().accounts.accounts[0]?.id).toBe(work);
    },
    async move({ commands, signIn, link, snapshot }) {
      const primary = await signIn('maria@example.com');
      const [a, b, c] = [await link('a@example.com'), await link('b@example.com'), await link('c@example.com')];
      const order = () => snapshot().accounts.accounts.map(({ id }) => id);
      value(await commands.accounts.move({ accountId: c, before: a }));
      expect(order()).toEqual([primary, c, a, b]);
      value(await commands.accounts.move({ accountId: c, before: null }));
      expect(order()).toEqual([primary, a, b, c]);
      value(await commands.accounts.move({ accountId: b, before: b }));
      expect(order()).toEqual([primary, a, b, c]);
    },
    async remove({ commands, signIn, link, snapshot, ports }) {
      const accountId = await signIn('maria@example.com');
      const successorId = await link('work@example.com');
      const { remove } = commands.accounts;
      expect(refusal(await remove({ accountId, successorId: null }))).toEqual({ code: 'successor-needed' });
      const removal = value(await remove({ accountId, successorId }));
      expect(Date.parse(removal.undoUntil)).toBe(ports.clock.now() + 10_000);
      expect(snapshot().accounts).toMatchObject({
        primaryId: successorId,
        activeId: successorId,
        removals: [{ accountId, identifier: { value: 'maria@example.com' } }],
      });
    },
    async undoRemove({ commands, signIn, link, snapshot, ports }) {
      const accountId = await signIn('maria@example.com');
      const successorId = await link('work@example.com');
      const before = snapshot().accounts;
      value(await commands.accounts.remove({ accountId, successorId }));
      value(await commands.accounts.undoRemove({ accountId }));
      expect(snapshot().accounts).toEqual(before);
      value(await commands.accounts.remove({ accountId, successorId }));
      ports.clock.advance(10_000);
      expect(refusal(await commands.accounts.undoRemove({ accountId }))).toEqual({ code: 'undo-expired' });
    },
    async eraseEverything({ commands, signIn, link, snapshot, preferences }) {
      await signIn('maria@example.com');
      await link('work@example.com');
      value(await commands.accounts.link({ identifier: 'third@example.com' }));
      value(await commands.preferences.change({ theme: 'dark' }));
      value(await commands.accounts.eraseEverything({}));
      expect(snapshot()).toMatchObject({
        accounts: { primaryId: null, activeId: null, accounts: [], removals: [] },
        challenges: [],
      });
      expect(value(await commands.mailbox.list({}))).toEqual([]);
      expect(preferences().theme).toBe('system');
    },
  },
  challenge: {
    async submit({ commands, newestCode }) {
      const { id } = value(await commands.accounts.signIn({ identifier: 'maria@example.com' }));
      const code = await newestCode();
      const { submit } = commands.challenge;
      expect(refusal(await submit({ challengeId: id, code: '12' }))).toEqual({ code: 'code-malformed' });
      const wrong = await submit({ challengeId: id, code: wrongCode(code) });
      expect(refusal(wrong)).toEqual({ code: 'code-wrong', triesLeft: 4 });
      const spaced = `${code.slice(0, 3)} - ${code.slice(3)}`;
      expect(value(await submit({ challengeId: id, code: spaced })).purpose).toBe('sign-in');
      expect(refusal(await submit({ challengeId: id, code }))).toEqual({ code: 'challenge-closed' });
    },
    async resend({ commands, newestCode, ports }) {
      const { id } = value(await commands.accounts.signIn({ identifier: 'maria@example.com' }));
      const first = await newestCode();
      const soon = refusal(await commands.challenge.resend({ challengeId: id }));
      const retryAt = new Date(ports.clock.now() + 30_000).toISOString();
      expect(soon).toEqual({ code: 'resend-too-soon', retryAt });
      ports.clock.advance(30_000);
      expect(value(await commands.challenge.resend({ challengeId: id }))).toMatchObject({
        sendNumber: 2,
        triesLeft: 5,
      });
      const second = await newestCode();
      const submit = (code: string) => commands.challenge.submit({ challengeId: id, code });
      expect(refusal(await submit(first))).toEqual({ code: 'code-superseded' });
      expect(value(await submit(second)).purpose).toBe('sign-in');
    },
    async cancel({ commands, snapshot }) {
      const { id } = value(await commands.accounts.signIn({ identifier: 'maria@example.com' }));
      value(await commands.challenge.cancel({ challengeId: id }));
      value(await commands.challenge.cancel({ challengeId: id }));
      expect(snapshot().challenges).toEqual([]);
    },
  },
  ways: {
    async list({ commands }) {
      const [strongest] = value(await commands.ways.list({}));
      expect(strongest).toEqual({
        name: 'microsoft',
        strength: 'sign-in',
        setUp: null,
        secret: 'not-needed',
        lastTest: null,
      });
    },
    async fitting({ commands }) {
      const ways = value(await commands.ways.fitting({ identifier: 'maria@example.com' }));
      expect(ways.map(({ name }) => name)).toEqual(['microsoft', 'local-mailbox']);
      expect(refusal(await commands.ways.fitting({ identifier: '' }))).toEqual({ code: 'identifier-empty' });
    },
    async save({ commands }) {
      const { save, list } = commands.ways;
      value(await save({ setUp: smtpSetUp(), secret: SECRETS.smtp }));
      const set = value(await list({})).filter(({ setUp }) => setUp !== null);
      expect(set).toEqual([{ name: 'smtp', strength: 'email', setUp: smtpSetUp(), secret: 'kept', lastTest: null }]);
      const answer = await save({ setUp: smtpSetUp({ port: 0 }), secret: null });
      expect(refusal(answer)).toEqual({ code: 'setting-invalid', field: 'port', problem: 'not-a-port' });
    },
    async forget({ commands }) {
      value(await commands.ways.save({ setUp: smtpSetUp(), secret: SECRETS.smtp }));
      value(await commands.ways.forget({ name: 'smtp' }));
      expect(value(await commands.ways.list({})).every(({ setUp }) => setUp === null)).toBe(true);
      value(await commands.ways.forget({ name: 'smtp' }));
    },
    async sendTest({ commands, ports }) {
      const test = { carrier: 'smtp', to: 'maria@example.com' } as const;
      expect(refusal(await commands.ways.sendTest(test))).toEqual({ code: 'not-set-up' });
      const nobody = smtpSetUp({ host: '127.0.0.1', port: 1, tls: 'none', login: { kind: 'none' } });
      value(await commands.ways.save({ setUp: nobody, secret: null }));
      const at = new Date(ports.clock.now()).toISOString();
      const report = value(await commands.ways.sendTest(test));
      expect(report).toMatchObject({ at, outcome: 'not-sent', failure: 'unreachable' });
    },
    // What these two do with a provider stands in `ways-sign-in.test.ts`.
    async trySignIn({ commands }) {
      const answer = await commands.ways.trySignIn({ provider: 'microsoft' });
      expect(refusal(answer)).toEqual({ code: 'provider-not-set-up' });
    },
    async allowSending({ commands, signIn }) {
      const accountId = await signIn('maria@example.com');
      const answer = await commands.ways.allowSending({ accountId, carrier: 'graph' });
      expect(refusal(answer)).toEqual({ code: 'provider-not-set-up' });
    },
  },
  secrets: {
    async read({ commands }) {
      expect(value(await commands.secrets.read({}))).toEqual({
        protection: 'key-store',
        locked: false,
        keyStore: 'gnome_libsecret',
        problem: null,
        sealedBy: null,
      });
    },
    async unlock({ commands }) {
      const passphrase = 'four walls, a roof';
      expect(refusal(await commands.secrets.unlock({ passphrase }))).toEqual({ code: 'passphrase-wrong' });
      value(await commands.secrets.setPassphrase({ passphrase }));
      value(await commands.secrets.unlock({ passphrase }));
    },
    async setPassphrase({ commands }) {
      const { read, setPassphrase } = commands.secrets;
      const short = refusal(await setPassphrase({ passphrase: 'eleven char' }));
      expect(short).toEqual({ code: 'passphrase-too-short', min: 12 });
      value(await setPassphrase({ passphrase: 'twelve chars' }));
      expect(value(await read({}))).toMatchObject({ protection: 'passphrase', locked: false });
    },
    async forgetPassphrase({ commands }) {
      const { read, setPassphrase, forgetPassphrase } = commands.secrets;
      value(await setPassphrase({ passphrase: 'twelve chars' }));
      value(await forgetPassphrase({}));
      expect(value(await read({}))).toMatchObject({ protection: 'key-store', locked: false });
    },
  },
  mailbox: {
    async list({ commands, signIn, ports }) {
      await signIn('maria@example.com');
      const [message] = value(await commands.mailbox.list({}));
      expect(message).toMatchObject({
        from: 'Switchboard',
        to: 'maria@example.com',
        subject: 'Your Switchboard verification code',
        receivedAt: new Date(ports.clock.now()).toISOString(),
      });
      expect(message?.text).toMatch(/^\d{6}\n/);
    },
  },
  services: {
    async open({ commands, signIn, ports }) {
      const accountId = await signIn('Maria@Example.com');
      const opened = await commands.services.open({ accountId, serviceId: 'outlook', owner: 'work' });
      expect(value(opened)).toEqual({ where: 'switchboard' });
      value(await commands.services.open({ accountId, serviceId: 'outlook', owner: 'personal' }));
      value(await commands.services.open({ accountId, serviceId: 'outlook', owner: 'work' }));
      const { tabs, shownId } = value(await commands.tabs.read({}));
      expect(tabs.map(({ address }) => address)).toEqual([
        'https://outlook.office.com/mail/?login_hint=Maria%40example.com',
        'https://outlook.live.com/mail/0/?login_hint=Maria%40example.com',
      ]);
      expect(shownId).toBe(tabs[0]?.id);
      expect(ports.browser.opened).toEqual([]);
      const unknown = await commands.services.open({ accountId, serviceId: '__proto__', owner: 'work' });
      expect(refusal(unknown)).toEqual({ code: 'service-not-found' });
    },
    async openInBrowser({ commands, signIn, ports }) {
      const accountId = await signIn('Maria@Example.com');
      value(await commands.services.openInBrowser({ accountId, serviceId: 'outlook', owner: 'work' }));
      expect(ports.browser.opened).toEqual(['https://outlook.office.com/mail/?login_hint=Maria%40example.com']);
      ports.browser.opens = false;
      const failed = await commands.services.openInBrowser({ accountId, serviceId: 'outlook', owner: 'work' });
      expect(refusal(failed)).toEqual({ code: 'open-failed' });
    },
  },
  browsers: {
    async read({ commands, ports }) {
      expect(value(await commands.browsers.read({}))).toEqual({ installed: [], choices: [] });
      ports.programs.installed.add('/usr/bin/chromium').add('/usr/bin/firefox-esr');
      expect(value(await commands.browsers.read({})).installed).toEqual(['chromium', 'firefox']);
    },
    async choose({ commands, signIn, ports, subscribe }) {
      const accountId = await signIn('maria@example.com');
      const { choose, read } = commands.browsers;
      const missing = refusal(await choose({ accountId, place: 'edge' }));
      expect(missing).toEqual({ code: 'browser-not-found', browser: 'edge' });
      ports.programs.installed.add('/usr/bin/microsoft-edge');
      const heard: string[] = [];
      subscribe(({ name }) => heard.push(name));
      value(await choose({ accountId, place: 'edge' }));
      expect(value(await read({})).choices).toEqual([{ accountId, browser: 'edge' }]);
      value(await choose({ accountId, place: 'switchboard' }));
      expect(value(await read({})).choices).toEqual([]);
      expect(heard).toEqual(['browsers.changed', 'browsers.changed']);
    },
  },
  links: {
    async list({ commands, signIn }) {
      const accountId = await signIn('maria@example.com');
      value(await commands.links.add({ pattern: 'https://Contoso.SharePoint.com/*', accountId }));
      const rules = value(await commands.links.list({}));
      expect(rules).toMatchObject([{ pattern: 'contoso.sharepoint.com', accountId }]);
    },
    async add({ commands, signIn, subscribe }) {
      const accountId = await signIn('maria@example.com');
      const heard: string[] = [];
      subscribe(({ name }) => heard.push(name));
      const rule = value(await commands.links.add({ pattern: 'dev.azure.com/contoso/*', accountId }));
      expect(value(await commands.links.list({}))).toEqual([rule]);
      const wrong = refusal(await commands.links.add({ pattern: 'a*.example.com', accountId }));
      expect(wrong).toEqual({ code: 'pattern-invalid', problem: 'star-in-host' });
      expect(heard).toEqual(['links.changed']);
    },
    async change({ commands, signIn, link }) {
      const [first, second] = [await signIn('maria@example.com'), await link('work@example.com')];
      const { id: ruleId } = value(await commands.links.add({ pattern: 'a.example', accountId: first }));
      value(await commands.links.change({ ruleId, pattern: '*.b.example', accountId: second }));
      const rules = value(await commands.links.list({}));
      expect(rules).toEqual([{ id: ruleId, pattern: '*.b.example', accountId: second }]);
      value(await commands.links.remove({ ruleId }));
      const gone = await commands.links.change({ ruleId, pattern: 'a.example', accountId: first });
      expect(refusal(gone)).toEqual({ code: 'link-rule-not-found' });
    },
    async move({ commands, signIn }) {
      const accountId = await signIn('maria@example.com');
      const [a, b, c] = [
        value(await commands.links.add({ pattern: 'a.example', accountId })).id,
        value(await commands.links.add({ pattern: 'b.example', accountId })).id,
        value(await commands.links.add({ pattern: 'c.example', accountId })).id,
      ];
      const order = async () => value(await commands.links.list({})).map(({ id }) => id);
      value(await commands.links.move({ ruleId: c, before: a }));
      expect(await order()).toEqual([c, a, b]);
      value(await commands.links.move({ ruleId: c, before: null }));
      expect(await order()).toEqual([a, b, c]);
      value(await commands.links.move({ ruleId: b, before: b }));
      expect(await order()).toEqual([a, b, c]);
      value(await commands.links.remove({ ruleId: a }));
      const gone = await commands.links.move({ ruleId: b, before: a });
      expect(refusal(gone)).toEqual({ code: 'link-rule-not-found' });
    },
    async remove({ commands, signIn }) {
      const accountId = await signIn('maria@example.com');
      const { id: ruleId } = value(await commands.links.add({ pattern: 'a.example', accountId }));
      value(await commands.links.remove({ ruleId }));
      value(await commands.links.remove({ ruleId }));
      expect(value(await commands.links.list({}))).toEqual([]);
    },
    async decide({ commands, signIn }) {
      const accountId = await signIn('maria@example.com');
      const rule = value(await commands.links.add({ pattern: '*.example', accountId }));
      const address = 'https://A.example/x?y#z';
      const decided = value(await commands.links.decide({ address }));
      expect(decided).toEqual({ address: 'https://a.example/x?y#z', host: 'a.example', rule });
      expect(value(await commands.links.decide({ address: 'https://b.test/' })).rule).toBeNull();
      const refused = refusal(await commands.links.decide({ address: 'http://a.example/' }));
      expect(refused).toEqual({ code: 'address-invalid' });
    },
    async exportRules({ commands, signIn }) {
      const accountId = await signIn('Maria@example.com');
      value(await commands.links.add({ pattern: 'a.example', accountId }));
      value(await commands.links.add({ pattern: 'b.example/c*', accountId }));
      expect(JSON.parse(value(await commands.links.exportRules({})).json)).toEqual([
        { pattern: 'a.example', identifier: 'Maria@example.com' },
        { pattern: 'b.example/c*', identifier: 'Maria@example.com' },
      ]);
    },
    async openAs({ commands, signIn }) {
      const accountId = await signIn('maria@example.com');
      const address = 'https://a.example/x';
      const { openAs, list } = commands.links;
      expect(value(await openAs({ accountId, address, always: false }))).toEqual({ where: 'switchboard' });
      expect(value(await list({}))).toEqual([]);
      value(await openAs({ accountId, address, always: true }));
      expect(value(await list({}))).toMatchObject([{ pattern: 'a.example', accountId }]);
      const { tabs } = value(await commands.tabs.read({}));
      expect(tabs.map((tab) => tab.address)).toEqual([address, address]);
      const refused = refusal(await openAs({ accountId, address: 'javascript:alert(1)', always: true }));
      expect(refused).toEqual({ code: 'address-invalid' });
    },
  },
  ...walkTabs,
  preferences: {
    async read({ commands, preferences }) {
      expect(value(await commands.preferences.read({}))).toEqual(preferences());
    },
    async change({ commands, preferences, subscribe }) {
      const heard: string[] = [];
      subscribe(({ name }) => heard.push(name));
      const changed = value(await commands.preferences.change({ theme: 'dark', phoneRegion: 'US' }));
      expect(changed).toEqual({ ...DEFAULTS, theme: 'dark', phoneRegion: 'US' });
      expect(preferences()).toEqual(changed);
      expect(heard).toEqual(['preferences.changed']);
    },
  },
  notifications: {
    async read({ commands, signIn, ports }) {
      const accountId = await signIn('maria@example.com');
      expect(value(await commands.notifications.read({}))).toEqual({ total: 0, accounts: [] });
      value(await commands.services.open({ accountId, serviceId: 'outlook', owner: 'work' }));
      ports.views.newest().listener.titled('(3) Inbox - Outlook');
      expect(value(await commands.notifications.read({}))).toEqual({
        total: 3,
        accounts: [{ accountId, count: 3, isLastKnown: false }],
      });
    },
    async settings({ commands, signIn }) {
      await signIn('maria@example.com');
      expect(value(await commands.notifications.settings({}))).toEqual([]);
    },
    async change({ commands, signIn }) {
      const accountId = await signIn('maria@example.com');
      const own = { accountId, isOn: true, quiet: { from: '22:00', until: '07:00' } };
      for (const chosen of [own, { accountId, isOn: false, quiet: 'none' as const }]) {
        value(await commands.notifications.change(chosen));
        expect(value(await commands.notifications.settings({}))).toEqual([chosen]);
      }
      const nobody = { ...own, accountId: id(9) };
      expect(refusal(await commands.notifications.change(nobody))).toEqual({ code: 'account-not-found' });
    },
  },
  activity: {
    async list({ commands, signIn, link }) {
      const primary = await signIn('maria@example.com');
      const work = await link('work@example.com');
      const all = { accountId: null, events: null, before: null, limit: 50 };
      const { entries, hasMore } = value(await commands.activity.list(all));
      expect(hasMore).toBe(false);
      expect(entries).toMatchObject([
        { event: 'linked', accountId: work, hadAccount: true, detail: null },
        { event: 'signed-in', accountId: primary, hadAccount: true, detail: null },
      ]);
    },
    async export({ commands, signIn, ports }) {
      await signIn('maria@example.com');
      const all = { accountId: null, events: null, format: 'csv' } as const;
      expect(value(await commands.activity.export(all))).toEqual({ isSaved: true });
      expect([...ports.files.saved.keys()]).toEqual(['switchboard-activity-2026-11-23.csv']);
      ports.files.works = false;
      expect(refusal(await commands.activity.export(all))).toEqual({ code: 'file-not-saved' });
    },
    async clear({ commands, signIn }) {
      await signIn('maria@example.com');
      value(await commands.activity.clear({}));
      const all = { accountId: null, events: null, before: null, limit: 50 };
      expect(value(await commands.activity.list(all))).toEqual({ entries: [], hasMore: false });
    },
  },
  groups: {
    async create({ commands, snapshot }) {
      const { groupId } = value(await commands.groups.create({ name: ' Contoso  Ltd ', color: 3 }));
      expect(snapshot().accounts.groups).toEqual([{ id: groupId, name: 'Contoso Ltd', color: 3 }]);
      const again = await commands.groups.create({ name: 'CONTOSO LTD', color: 0 });
      expect(refusal(again)).toEqual({ code: 'group-name-taken' });
      expect(refusal(await commands.groups.create({ name: ' ', color: 0 }))).toEqual({ code: 'group-name-empty' });
      const tooLong = await commands.groups.create({ name: 'x'.repeat(81), color: 0 });
      expect(refusal(tooLong)).toEqual({ code: 'name-too-long', max: 80 });
    },
    async change({ commands, snapshot }) {
      const { groupId } = value(await commands.groups.create({ name: 'Contoso', color: 3 }));
      value(await commands.groups.change({ groupId, name: 'contoso', color: 4 }));
      expect(snapshot().accounts.groups).toEqual([{ id: groupId, name: 'contoso', color: 4 }]);
      value(await commands.groups.remove({ groupId }));
      const gone = await commands.groups.change({ groupId, name: 'Fabrikam', color: 4 });
      expect(refusal(gone)).toEqual({ code: 'group-not-found' });
    },
    async move({ commands, snapshot }) {
      const ids = [];
      for (const name of ['a', 'b', 'c']) ids.push(value(await commands.groups.create({ name, color: 0 })).groupId);
      const [a, b, c] = ids;
      const names = () =>
        snapshot()
          .accounts.groups.map(({ name }) => name)
          .join('');
      if (!a || !b || !c) throw new Error('Three groups were made');
      value(await commands.groups.move({ groupId: c, before: a }));
      expect(names()).toBe('cab');
      value(await commands.groups.move({ groupId: c, before: null }));
      expect(names()).toBe('abc');
      value(await commands.groups.move({ groupId: b, before: b }));
      expect(names()).toBe('abc');
      value(await commands.groups.remove({ groupId: a }));
      expect(refusal(await commands.groups.move({ groupId: b, before: a }))).toEqual({ code: 'group-not-found' });
    },
    async remove({ commands, signIn, snapshot }) {
      const accountId = await signIn('maria@example.com');
      const { groupId } = value(await commands.groups.create({ name: 'Contoso', color: 3 }));
      value(await commands.groups.assign({ accountIds: [accountId], groupId }));
      value(await commands.groups.remove({ groupId }));
      expect(snapshot().accounts).toMatchObject({ groups: [], accounts: [{ id: accountId, groupId: null }] });
      expect(refusal(await commands.groups.remove({ groupId }))).toEqual({ code: 'group-not-found' });
    },
    async assign({ commands, signIn, link, snapshot }) {
      const accountIds = [await signIn('maria@example.com'), await link('work@example.com')];
      const { groupId } = value(await commands.groups.create({ name: 'Contoso', color: 3 }));
      const inGroups = () => snapshot().accounts.accounts.map((account) => account.groupId);
      value(await commands.groups.assign({ accountIds, groupId }));
      expect(inGroups()).toEqual([groupId, groupId]);
      value(await commands.groups.assign({ accountIds: accountIds.slice(1), groupId: null }));
      expect(inGroups()).toEqual([groupId, null]);
      value(await commands.groups.remove({ groupId }));
      expect(refusal(await commands.groups.assign({ accountIds, groupId }))).toEqual({ code: 'group-not-found' });
    },
    async openAll({ commands, signIn, link, ports }) {
      const accountIds = [await signIn('maria@outlook.com'), await link('work@example.com')];
      const { groupId } = value(await commands.groups.create({ name: 'Contoso', color: 3 }));
      value(await commands.groups.assign({ accountIds, groupId }));
      expect(value(await commands.groups.openAll({ groupId, serviceId: null }))).toEqual({ opened: 2, failed: 0 });
      const hosts = () => ports.views.opened.map(({ request: { start } }) => 'address' in start && start.address.host);
      expect(hosts()).toEqual(['outlook.live.com', 'outlook.office.com']);
      // What is open already is left as it is, unless a service is named.
      expect(value(await commands.groups.openAll({ groupId, serviceId: null }))).toEqual({ opened: 2, failed: 0 });
      expect(hosts()).toHaveLength(2);
      expect(value(await commands.groups.openAll({ groupId, serviceId: 'nonsense' }))).toEqual({
        opened: 0,
        failed: 2,
      });
      value(await commands.groups.remove({ groupId }));
      const gone = await commands.groups.openAll({ groupId, serviceId: null });
      expect(refusal(gone)).toEqual({ code: 'group-not-found' });
    },
    async exportAccounts({ commands, signIn, ports }) {
      await signIn('maria@example.com');
      expect(value(await commands.groups.exportAccounts({}))).toEqual({ isSaved: true });
      expect([...ports.files.saved.keys()]).toEqual(['switchboard-accounts.csv']);
      ports.files.works = false;
      expect(refusal(await commands.groups.exportAccounts({}))).toEqual({ code: 'file-not-saved' });
    },
    async importAccounts({ commands, signIn, ports }) {
      ports.files.picked = Buffer.from('identifier\nmaria@example.com\nwork@example.com\nnobody\n');
      expect(refusal(await commands.groups.importAccounts({}))).toEqual({ code: 'not-signed-in' });
      await signIn('maria@example.com');
      expect(value(await commands.groups.importAccounts({}))).toEqual({
        added: 1,
        known: 1,
        problems: [{ line: 4, problem: 'identifier-wrong' }],
      });
      ports.files.picked = null;
      expect(value(await commands.groups.importAccounts({}))).toBeNull();
    },
    async discardPending({ commands, signIn, ports }) {
      await signIn('maria@example.com');
      ports.files.picked = Buffer.from('identifier\na@example.com\nb@example.com\nc@example.com\n');
      value(await commands.groups.importAccounts({}));
      const waiting = async () => value(await commands.app.snapshot({ topics: ['pendingLinks'] })).pendingLinks ?? [];
      const [first] = await waiting();
      value(await commands.groups.discardPending({ id: first?.id ?? null }));
      expect((await waiting()).map(({ identifier }) => identifier.value)).toEqual(['b@example.com', 'c@example.com']);
      value(await commands.groups.discardPending({ id: null }));
      expect(await waiting()).toEqual([]);
    },
  },
};

const walked = Object.entries(walk).flatMap(([group, commands]) =>
  Object.entries(commands).map(([command, run]) => [`${group}.${command}`, run] as const),
);

describe('the contract, command by command', () => {
  test.each(walked)('%s', async (_name, run) => {
    const core = createTestCore();
    await run(core);
    expect(core.ports.log.faults).toEqual([]);
  });

  test('none is left out', () => {
    const declared = Object.entries(contract).flatMap(([group, members]) =>
      Object.entries(members).flatMap(([name, { type }]) => (type === 'command' ? [`${group}.${name}`] : [])),
    );
    expect(new Set(walked.map(([name]) => name))).toEqual(new Set(declared));
  });
});

test.each(['proveAgain', 'picture', 'switchTo', 'rename', 'setKind', 'makePrimary', 'move', 'remove'] as const)(
  'accounts.%s refuses an account that is not there',
  async (command) => {
    const core = createTestCore();
    await core.signIn('maria@example.com');
    const input = {
      proveAgain: {},
      picture: {},
      switchTo: {},
      rename: { name: 'x' },
      setKind: { kind: 'work' },
      makePrimary: {},
      move: { before: null },
      remove: { successorId: null },
    }[command];
    const accountId = '3f0c8a86-5e7b-4d9e-9c0b-1f2a3b4c5d6e';
    const { revision } = core.snapshot();
    const answer = await core.answer(`accounts.${command}`, { accountId, ...input });
    expect(refusal(answer)).toEqual({ code: 'account-not-found' });
    expect(core.snapshot().revision).toBe(revision);
  },
);

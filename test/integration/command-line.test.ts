import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { readAddress } from '../../main/command-line/address.ts';
import { answerRequest } from '../../main/command-line/answer.ts';
import { ask } from '../../main/command-line/ask.ts';
import { readFrame, sendFrame } from '../../main/command-line/frames.ts';
import { listClosed } from '../../main/command-line/list-closed.ts';
import type { Request } from '../../main/command-line/messages.ts';
import { serveCommandLine } from '../../main/command-line/serve.ts';
import { createTestCore, value } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';

/** Switchboard with three accounts, listening on `folder`; `places` are what the window was sent to. */
async function running(folder = temporaryFolder()) {
  const core = createTestCore({ folder });
  await core.signIn('ada@example.com');
  await core.link('grace@contoso.com');
  core.ports.clock.advance(60_000);
  await core.link('0170 1234567');
  const places: unknown[] = [];
  const open = (navigation: unknown) => void places.push(navigation);
  const served = await serveCommandLine({
    ...core.ports,
    answer: (request) => answerRequest({ commands: core.commands, open }, request),
  });
  onTestFinished(() => served.close());
  const active = () => core.snapshot().accounts.accounts.find(({ isActive }) => isActive)?.identifier.value;
  return { core, folder, places, active, served, ask: (request: Request) => ask(folder, request) };
}

/** A connection to what listens on `folder`. */
async function connected(folder: string): Promise<Socket> {
  const socket = connect(readAddress(folder)?.path ?? '');
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

const list: Request = { command: 'list', json: false };
const switchTo = (account: string): Request => ({ command: 'switch', account });
const openService = (account: string, service: string, owner: 'personal' | 'work' | null = null): Request => ({
  command: 'open',
  account,
  service,
  owner,
});

test('lists the accounts, aligned, and as JSON', async () => {
  const app = await running();
  const { id } = app.core.snapshot().accounts.accounts[1] ?? {};
  if (id) value(await app.core.commands.accounts.rename({ accountId: id, name: 'Work' }));
  expect(await app.ask(list)).toEqual({
    status: 0,
    text: [
      '*  ada@example.com          unknown',
      '   grace@contoso.com  Work  unknown',
      '   +49 170 1234567          unknown',
    ].join('\n'),
  });
  const json = await app.ask({ command: 'list', json: true });
  expect(JSON.parse(json?.text ?? '')[1]).toEqual({
    identifier: 'grace@contoso.com',
    display: 'grace@contoso.com',
    name: 'Work',
    kind: 'unknown',
    active: false,
    primary: false,
  });
});

test('switches, and shows the account', async () => {
  const app = await running();
  expect(await app.ask(switchTo('GRA'))).toEqual({ status: 0, text: 'Switched to grace@contoso.com.' });
  expect(app.active()).toBe('grace@contoso.com');
  expect(app.places).toEqual([{ page: 'dashboard' }]);
});

test('refuses in words, changes nothing and leaves the window alone', async () => {
  const app = await running();
  await app.core.link('adam@example.com');
  const refusals = [
    [switchTo('nobody'), /^No account is called "nobody"/],
    [switchTo('ad'), /^"ad" fits more than one account: ada@example\.com, adam@example\.com\. Type more/],
    [openService('grace', 'solitaire'), /^This account has no service that is called "solitaire"/],
    [openService('grace', 'outlook'), /^grace@contoso\.com may be a personal account or one of work/],
  ] as const;
  for (const [request, words] of refusals) {
    expect(await app.ask(request)).toEqual({ status: 1, text: expect.stringMatching(words) });
  }
  expect(app.active()).toBe('ada@example.com');
  expect(app.places).toEqual([]);
  expect(app.core.ports.browser.opened).toEqual([]);
});

test('opens a service in the account, which becomes the active one', async () => {
  const app = await running();
  expect(await app.ask(openService('grace', 'OUTLOOK', 'work'))).toEqual({
    status: 0,
    text: 'Opened Outlook as grace@contoso.com.',
  });
  expect(app.active()).toBe('grace@contoso.com');
  // Whose account it is makes no difference there.
  expect((await app.ask(openService('grace', 'word')))?.status).toBe(0);
  const { tabs } = value(await app.core.commands.tabs.read({}));
  expect(tabs.map(({ address }) => address)).toEqual([
    'https://outlook.office.com/mail/?login_hint=grace%40contoso.com',
    'https://word.cloud.microsoft/',
  ]);
});

test('link shows where one is added and links nothing', async () => {
  const app = await running();
  const before = app.core.snapshot();
  expect((await app.ask({ command: 'link', identifier: 'new@example.com' }))?.status).toBe(0);
  expect(app.places).toEqual([{ page: 'add', text: 'new@example.com' }]);
  expect(app.core.snapshot()).toEqual(before);
});

test('before the first sign-in there is nothing to list, and nothing to switch to', async () => {
  const folder = temporaryFolder();
  const core = createTestCore({ folder });
  const places: unknown[] = [];
  const answer = (request: Request) =>
    answerRequest({ commands: core.commands, open: (place) => void places.push(place) }, request);
  expect(await answer(list)).toEqual({ status: 0, text: '' });
  for (const request of [
    switchTo('ada'),
    openService('ada', 'outlook'),
    { command: 'link', identifier: null } as const,
  ])
    expect(await answer(request)).toEqual({ status: 1, text: 'You are not signed in. Sign in first, then try again.' });
  expect(places).toEqual([{ page: 'add' }]);
});

test('the socket and the file with the token are the owner’s alone, and gone afterwards', async () => {
  const app = await running();
  for (const name of ['command-line.sock', 'command-line.json']) {
    expect(statSync(join(app.folder, name)).mode & 0o777).toBe(0o600);
  }
  app.served.close();
  expect(readdirSync(app.folder).filter((name) => name.startsWith('command-line'))).toEqual([]);
  expect(await app.ask(list)).toBeNull();
});

test('in a folder whose path is too long for a socket, it lies elsewhere, in a folder that only its owner can enter', async () => {
  const folder = join(temporaryFolder(), 'x'.repeat(120));
  mkdirSync(folder);
  const app = await running(folder);
  expect((await app.ask(list))?.status).toBe(0);
  const path = readAddress(folder)?.path ?? '';
  expect(path.length).toBeLessThan(104);
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
  app.served.close();
  expect(existsSync(join(path, '..'))).toBe(false);
});

test('what a crash left does not hinder the next start', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'command-line.sock'), '');
  writeFileSync(
    join(folder, 'command-line.json'),
    JSON.stringify({ path: join(folder, 'command-line.sock'), token: 'a'.repeat(64) }),
  );
  expect(await ask(folder, list)).toBeNull();
  const app = await running(folder);
  expect((await app.ask(list))?.status).toBe(0);
});

test('a wrong token, another shape, too much, or too little gets nothing, and asks nothing', async () => {
  const app = await running();
  const token = readAddress(app.folder)?.token ?? '';
  const request = switchTo('grace');
  const calls: object[] = [
    { token: 'f'.repeat(64), request },
    { token: '', request },
    { request },
    { token, request: { command: 'erase' } },
    { token, request: { ...request, more: 1 } },
    { token, request: { command: 'switch', account: 'x'.repeat(1001) } },
    [],
    { token, request, filler: 'x'.repeat(64 * 1024) },
  ];
  for (const call of calls) {
    const socket = await connected(app.folder);
    socket.on('error', () => {});
    sendFrame(socket, call);
    expect(await readFrame(socket, 1024)).toBeNull();
  }
  const garbage = await connected(app.folder);
  garbage.on('error', () => {});
  garbage.write(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
  expect(await readFrame(garbage, 1024)).toBeNull();
  expect(app.active()).toBe('ada@example.com');
  expect(JSON.stringify(app.core.ports.log.events)).not.toContain(token);
});

test('who says nothing is hung up on after 5 s', async () => {
  const app = await running();
  const socket = await connected(app.folder);
  socket.write(Buffer.from([0, 0]));
  const answer = readFrame(socket, 1024);
  // Once it has answered another, it has taken this one.
  await app.ask(list);
  app.core.ports.clock.advance(5000);
  expect(await answer).toBeNull();
});

test('one connection has one answer', async () => {
  const app = await running();
  const token = readAddress(app.folder)?.token ?? '';
  const socket = await connected(app.folder);
  sendFrame(socket, { token, request: list });
  expect(await readFrame(socket, 1 << 20)).toMatchObject({ status: 0 });
  socket.on('error', () => {});
  sendFrame(socket, { token, request: switchTo('grace') });
  await once(socket, 'close');
  expect(app.active()).toBe('ada@example.com');
});

test('while Switchboard does not run, the accounts are listed from its folder, which stays as it is', async () => {
  const app = await running();
  const open = await app.ask(list);
  expect(listClosed(app.folder, false)).toBeNull();
  await app.core.close();
  const before = readFileSync(join(app.folder, 'switchboard.db'));
  expect(listClosed(app.folder, false)).toEqual(open);
  expect(readFileSync(join(app.folder, 'switchboard.db'))).toEqual(before);
  writeFileSync(join(app.folder, 'switchboard.db'), 'no database');
  expect(listClosed(app.folder, true)).toEqual({
    status: 1,
    text: expect.stringMatching(/not a Switchboard database/),
  });
  expect(listClosed(temporaryFolder(), true)).toEqual({ status: 0, text: '[]' });
});

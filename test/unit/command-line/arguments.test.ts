import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownArguments, readArguments, type Start } from '../../../main/command-line/arguments.ts';

/** A start of the app, with what it asks for besides. */
const app = (given: Partial<Extract<Start, { kind: 'app' }>> = {}): Start => ({
  kind: 'app',
  dataFolder: null,
  hidden: false,
  link: null,
  ...given,
});

const LINK = 'switchboard://dashboard';

test.each<[string[], string | null, string[]]>([
  [['/usr/bin/switchboard', 'list'], null, ['list']],
  [['electron', '/app', 'list'], '/app', ['list']],
  [['electron', '--inspect=0', '-r', '/loader.js', '/app', '--data', '/d'], '/app', ['--data', '/d']],
  [['electron', '.', 'list'], resolve('.'), ['list']],
  [['electron', '/elsewhere', 'list'], '/app', ['list']],
  [['electron'], '/app', []],
])('of %j, app at %s, ours are %j', (argv, appPath, own) => {
  expect(ownArguments(argv, appPath)).toEqual(own);
});

describe('a start of the app', () => {
  test.each<[string[], Start]>([
    [[], app()],
    [['--data', '/tmp/x'], app({ dataFolder: '/tmp/x' })],
    [['--data=/tmp/x y', '--hidden'], app({ dataFolder: '/tmp/x y', hidden: true })],
    [['--hidden', '--data'], app({ hidden: true })],
    [['--data='], app()],
    [['--data', 'relative'], app({ dataFolder: resolve('relative') })],
    [['--inspect=0', '--remote-debugging-port=0', '--no-such', '--data=/d', '-x'], app({ dataFolder: '/d' })],
    [['--data=/first', '--data=/last'], app({ dataFolder: '/last' })],
    [['--'], app()],
  ])('%j', (args, start) => {
    expect(readArguments(args)).toEqual(start);
  });
});

describe('a start by a link', () => {
  test.each<[string[], Start]>([
    [[LINK], app({ link: LINK })],
    [['--', LINK], app({ link: LINK })],
    [['--data', '/d', LINK], app({ dataFolder: '/d', link: LINK })],
    // Never in the tray: the person has just clicked on it.
    [['--hidden', LINK], app({ link: LINK })],
    [['SWITCHBOARD://x'], app({ link: 'SWITCHBOARD://x' })],
  ])('%j', (args, start) => {
    expect(readArguments(args)).toEqual(start);
  });

  test.each([
    [[LINK, LINK]],
    [[LINK, '--data', '/tmp/evil']],
    [[LINK, '--renderer-cmd-prefix=calc']],
    [[LINK, '--inspect']],
    [['--', LINK, '--hidden']],
    [[LINK, 'switch', 'ada@example.com']],
  ])('with more after it, which a page may have put there, only shows the window: %j', (args) => {
    expect(readArguments(args)).toEqual(app());
  });

  test('is not found behind a command', () => {
    expect(readArguments(['switch', LINK])).toMatchObject({ request: { command: 'switch', account: LINK } });
    expect(readArguments(['list', LINK])).toMatchObject({ kind: 'wrong' });
  });
});

describe('a command', () => {
  test.each<[string[], object]>([
    [['list'], { command: 'list', json: false }],
    [['list', '--json'], { command: 'list', json: true }],
    [['--no-sandbox', 'switch', 'ada@example.com'], { command: 'switch', account: 'ada@example.com' }],
    [['switch', '--', '-odd@example.com'], { command: 'switch', account: '-odd@example.com' }],
    [['--', 'switch', 'ada'], { command: 'switch', account: 'ada' }],
    [['open', 'ada', 'Outlook'], { command: 'open', account: 'ada', service: 'Outlook', owner: null }],
    [['open', '--work', 'ada', 'Outlook'], { command: 'open', account: 'ada', service: 'Outlook', owner: 'work' }],
    [['open', 'ada', 'o', '--personal'], { command: 'open', account: 'ada', service: 'o', owner: 'personal' }],
    [['link'], { command: 'link', identifier: null }],
    [['link', '+49 170 1234567'], { command: 'link', identifier: '+49 170 1234567' }],
  ])('%j', (args, request) => {
    expect(readArguments(args)).toEqual({ kind: 'request', dataFolder: null, request });
  });

  test('takes --data before and after its name, the last one counts', () => {
    expect(readArguments(['--data', '/a', 'list'])).toMatchObject({ dataFolder: '/a' });
    expect(readArguments(['--data', '/a', 'list', '--data=/b'])).toMatchObject({ dataFolder: '/b' });
  });

  test.each([
    [['--help'], { kind: 'help' }],
    [['-h'], { kind: 'help' }],
    [['switch', '--help'], { kind: 'help' }],
    [['--version'], { kind: 'version' }],
  ])('%j', (args, start) => {
    expect(readArguments(args)).toEqual(start);
  });

  test.each([
    [['lst'], '"lst" is no command.'],
    [['__proto__'], '"__proto__" is no command.'],
    [['constructor', 'x'], '"constructor" is no command.'],
    [['li\u001b[2Jst'], '"li?[2Jst" is no command.'],
    [['list', '--jsn'], 'list has no option "--jsn".'],
    [['list', '-j'], 'list has no option "--j".'],
    [['switch', 'ada', '--json'], 'switch has no option "--json".'],
    [['switch'], 'switch needs an identifier.'],
    [['open', 'ada'], 'open needs an identifier and a service.'],
    [['open', 'ada', 'Outlook', 'Calendar'], '"Calendar" is one word too many. Put quotes around words with blanks.'],
    [['open', 'ada', 'o', '--work', '--personal'], 'Choose one of --personal and --work.'],
    [['switch', ''], 'A word is empty or too long.'],
    [['switch', 'x'.repeat(2_000_000)], 'A word is empty or too long.'],
    [['list', '--data'], '--data needs a folder.'],
  ])('is wrong: %.60j', (args, problem) => {
    expect(readArguments(args)).toEqual({ kind: 'wrong', problem });
  });
});

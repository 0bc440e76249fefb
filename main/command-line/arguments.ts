import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { assertNever } from '../../shared/assert-never.ts';
import type { Request } from './messages.ts';

/** Longer than any identifier, name or service; the window takes no more either. */
export const TEXT_MAX = 1000;

/** More than any command takes with all of its options. */
const ARGUMENTS_MAX = 20;

/** What the arguments of a start ask for; `dataFolder` is null for the system's usual place. */
export type Start =
  /** `hidden`: in the tray, where there is one. `link` is unchecked. */
  | { kind: 'app'; dataFolder: string | null; hidden: boolean; link: string | null }
  | { kind: 'request'; dataFolder: string | null; request: Request }
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'wrong'; problem: string };

/** The arguments after the program, and after the app's folder where Electron was given one. */
export function ownArguments(argv: readonly string[], appPath: string | null): readonly string[] {
  if (appPath === null) return argv.slice(1);
  const at = argv.findIndex((argument, index) => index > 0 && resolve(argument) === appPath);
  return argv.slice(at < 0 ? 2 : at + 1);
}

/**
 * Reads the arguments of a start. What stands before the first word and is not ours is passed over: the runtime has
 * options of its own. After a link nothing counts, and nothing may stand, since a page decides what it holds (security: W10).
 */
export function readArguments(args: readonly string[]): Start {
  const { data, names, words } = readOptions(args);
  const [first, ...rest] = words;
  if (first !== undefined && /^switchboard:/i.test(first)) {
    return { kind: 'app', dataFolder: data, hidden: false, link: rest.length === 0 ? first : null };
  }
  if (names.has('--help') || names.has('-h')) return { kind: 'help' };
  if (names.has('--version')) return { kind: 'version' };
  if (first === undefined) return { kind: 'app', dataFolder: data, hidden: names.has('--hidden'), link: null };
  return readCommand(first, rest, data);
}

/** Reads the options before the first word, which is the first argument that is neither one nor the value of `--data`. */
function readOptions(args: readonly string[]) {
  const options: { data: string | null; names: Set<string> } = { data: null, names: new Set() };
  let at = 0;
  for (; at < args.length; at += 1) {
    const [option, value] = split(args[at] ?? '');
    if (!option.startsWith('-') || option === '--') break;
    options.names.add(option);
    if (option === '--data') options.data = folderOf(value ?? args[(at += 1)]);
  }
  return { ...options, words: args.slice(args[at] === '--' ? at + 1 : at) };
}

/** `--option=value` in its two parts. */
function split(argument: string): [option: string, value?: string] {
  const at = argument.indexOf('=');
  return at < 0 ? [argument] : [argument.slice(0, at), argument.slice(at + 1)];
}

/** A folder as a full path; null where none is given. */
function folderOf(data: unknown): string | null {
  return typeof data === 'string' && data !== '' ? resolve(data) : null;
}

/** The options each command takes besides `--data` and `--help`, and how many words. */
const COMMANDS = {
  list: { options: ['json'], least: 0, most: 0 },
  switch: { options: [], least: 1, most: 1 },
  open: { options: ['personal', 'work'], least: 2, most: 2 },
  link: { options: [], least: 0, most: 1 },
} as const satisfies Record<Request['command'], { options: readonly string[]; least: number; most: number }>;

function isCommand(word: string): word is Request['command'] {
  return Object.hasOwn(COMMANDS, word);
}

function readCommand(command: string, args: readonly string[], before: string | null): Start {
  if (!isCommand(command)) return wrong(`${quoted(command)} is no command.`);
  if (args.length > ARGUMENTS_MAX) return wrong('These are too many words.');
  const { values, words, unknown } = readWords(args);
  if (values.has('help')) return { kind: 'help' };
  const { options, least, most } = COMMANDS[command];
  const allowed = new Set<string>(['data', ...options]);
  const stray = unknown ?? [...values.keys()].find((name) => !allowed.has(name));
  if (stray !== undefined) return wrong(`${command} has no option ${quoted(`--${stray}`)}.`);
  if (values.get('data') === true) return wrong('--data needs a folder.');
  if (words.length < least)
    return wrong(`${command} needs ${least === 1 ? 'an identifier' : 'an identifier and a service'}.`);
  if (words.length > most)
    return wrong(`${quoted(words[most] ?? '')} is one word too many. Put quotes around words with blanks.`);
  if (words.some((word) => word === '' || word.length > TEXT_MAX)) return wrong('A word is empty or too long.');
  if (values.has('personal') && values.has('work')) return wrong('Choose one of --personal and --work.');
  const dataFolder = folderOf(values.get('data')) ?? before;
  return { kind: 'request', dataFolder, request: requestOf(command, words, new Set(values.keys())) };
}

/** The options and words after a command; `unknown` is the first option that no command has. */
function readWords(args: readonly string[]) {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      personal: { type: 'boolean' },
      work: { type: 'boolean' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const known = new Set(['data', 'help', 'json', 'personal', 'work']);
  const stray = tokens.find((token) => token.kind === 'option' && !known.has(token.name));
  return {
    values: new Map(Object.entries(values)),
    words: positionals,
    unknown: stray?.kind === 'option' ? stray.name : undefined,
  };
}

function requestOf(command: Request['command'], words: readonly string[], options: ReadonlySet<string>): Request {
  const [first = '', second = ''] = words;
  switch (command) {
    case 'list':
      return { command, json: options.has('json') };
    case 'switch':
      return { command, account: first };
    case 'open': {
      const owner = options.has('personal') ? 'personal' : options.has('work') ? 'work' : null;
      return { command, account: first, service: second, owner };
    }
    case 'link':
      return { command, identifier: words.length > 0 ? first : null };
    default:
      return assertNever(command);
  }
}

function wrong(problem: string): Start {
  return { kind: 'wrong', problem };
}

/** A word of the person's in a sentence, cut where it is long, without what a terminal would obey. */
function quoted(word: string): string {
  return `"${word.slice(0, 80).replace(/\p{C}/gu, '?')}"`;
}

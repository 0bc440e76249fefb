import { contract, type Client, type Handlers } from '../../shared/ipc/contract.ts';
import type { Command, Event } from '../../shared/ipc/define.ts';
import { refuse, type Result } from '../../shared/errors.ts';
import { incidentId } from '../log.ts';
import type { Ports } from '../ports.ts';
import { StoreFault } from '../store/problems.ts';
import { isPlainAndSmall } from './measure.ts';

/** The commands of the contract, for messages and for callers in main. */
export interface Router {
  /** Answers one message; never rejects. */
  readonly answer: (command: unknown, input: unknown) => Promise<Result<unknown>>;
  /** The same commands as functions. */
  readonly commands: Client;
}

interface RouterParts extends Pick<Ports, 'log' | 'random'> {
  handlers: Handlers;
  /** Leaves out the check of what rules answer; for the packaged app, where it has been tested. */
  trustOutput?: boolean;
}

/** A handler whose input has been checked. */
type Rule = (input: unknown) => Result<unknown> | Promise<Result<unknown>>;

interface Route {
  command: Command;
  rule: Rule;
}

/** Shape, then rule, then envelope; each refusal is answered (security: W7, W8). */
export function createRouter({ handlers, log, random, trustOutput = false }: RouterParts): Router {
  const routes = routesOf(handlers);

  async function run({ command, rule }: Route, input: unknown): Promise<Result<unknown>> {
    const checked = isPlainAndSmall(input) ? command.input.safeParse(input) : null;
    if (!checked?.success) return refuse('invalid-input');
    const result = await rule(checked.data);
    if (!result.ok || trustOutput) return result;
    return { ok: true, value: command.output.parse(result.value) };
  }

  async function answer(name: unknown, input: unknown): Promise<Result<unknown>> {
    const route = typeof name === 'string' ? routes.get(name) : undefined;
    if (route === undefined || typeof name !== 'string') {
      log.event('message-refused');
      return refuse('invalid-input');
    }
    const result = await run(route, input).catch((error: unknown) => failure(name, error));
    if (!result.ok) log.event('command-refused', { command: name, code: result.error.code });
    return result;
  }

  function failure(command: string, error: unknown): Result<never> {
    if (error instanceof StoreFault) return refuse(`storage-${error.kind}`);
    const incident = incidentId(random);
    log.event('command-failed', { command, incident });
    log.fault(incident, error);
    return refuse('unexpected', { incidentId: incident });
  }

  return { answer, commands: clientOf(answer) };
}

/** The contract's commands by their dotted names, each with its handler. */
function routesOf(handlers: Handlers): Map<string, Route> {
  const routes = new Map<string, Route>();
  const rules = new Map(Object.entries(handlers).map(([group, rulesOf]) => [group, new Map(Object.entries(rulesOf))]));
  for (const [group, members] of Object.entries<Record<string, Command | Event>>(contract)) {
    for (const [name, command] of Object.entries(members)) {
      if (command.type !== 'command') continue;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Handlers has checked every pair of command and rule
      const rule = rules.get(group)?.get(name) as Rule | undefined;
      if (rule === undefined) throw new Error(`No handler for ${group}.${name}`);
      routes.set(`${group}.${name}`, { command, rule });
    }
  }
  return routes;
}

function clientOf(answer: Router['answer']): Client {
  const groups = Object.entries<Record<string, Command | Event>>(contract).map(([group, members]) => {
    const names = Object.keys(members).filter((name) => members[name]?.type === 'command');
    return [
      group,
      Object.fromEntries(names.map((name) => [name, (input: unknown) => answer(`${group}.${name}`, input)])),
    ];
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built from the contract, so every command of it is there
  return Object.fromEntries(groups) as Client;
}

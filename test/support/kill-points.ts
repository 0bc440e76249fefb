import { writeSync } from 'node:fs';
import type { LogEvent, LogFields } from '../../main/log.ts';
import type { Fetch, Ports, Random } from '../../main/ports.ts';

/**
 * Where a child is killed once a provider has answered with tokens: at once; at the first or the second time that
 * randomness is asked for after that; when the write is on disk; or from outside, at any moment.
 */
export const KILL_POINTS = ['answer', 'first-random', 'second-random', 'kept', 'any'] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

/** The child says so, with a line of its own, when the answer is there. */
export const ANSWERED = 'answered';

/** Ports that end the process at a point, once they are armed. */
export interface DeadlyPorts<P> {
  ports: P;
  /** From now on the next answer with tokens brings the end. */
  arm(): void;
}

type Deadly = Pick<Ports, 'fetch' | 'random' | 'log'>;

const die = () => void process.kill(process.pid, 'SIGKILL');

/** `kept` is the event that the log hears right after the write. */
export function deadlyPorts<P extends Deadly>(ports: P, point: KillPoint, kept: LogEvent): DeadlyPorts<P> {
  let armed = false;
  let asked = -1;
  const fetch: Fetch = async (address, init) => {
    const response = await ports.fetch(address, init);
    if (!armed || !new URL(address).pathname.endsWith('/token')) return response;
    if (point === 'answer') die();
    asked = 0;
    writeSync(1, `${ANSWERED}\n`);
    return response;
  };
  const count = () => {
    if (asked < 0) return;
    asked += 1;
    if (point === 'first-random' && asked === 1) die();
    if (point === 'second-random' && asked === 2) die();
  };
  const random: Random = {
    ...ports.random,
    bytes: (length) => (count(), ports.random.bytes(length)),
    uuid: () => (count(), ports.random.uuid()),
  };
  const event = (name: LogEvent, fields?: LogFields) => {
    if (armed && point === 'kept' && name === kept) die();
    ports.log.event(name, fields);
  };
  return { ports: { ...ports, fetch, random, log: { ...ports.log, event } }, arm: () => (armed = true) };
}

/* oxlint-disable unicorn/consistent-function-scoping -- sent to the page as source text: nothing may stand outside */
/** A value as it crosses between the page's world and the preload's: functions and promises go by number. */
export type Crossing =
  | { k: 'value'; v: unknown }
  | { k: 'function' | 'promise'; v: number }
  | { k: 'error'; name: string; message: string }
  | { k: 'array'; v: Crossing[] }
  | { k: 'object'; v: [string, Crossing][] };

type Packet =
  | { op: 'call'; call: number; target: number | string; input: Crossing }
  | { op: 'return'; call: number; ok: boolean; v: Crossing }
  | { op: 'settle'; promise: number; ok: boolean; v: Crossing };

/** One half of the bridge between the two worlds. */
export interface Peer {
  /** Calls what the other half handles under this name. */
  call(name: string, ...args: unknown[]): unknown;
  handlers: Record<string, (...args: unknown[]) => unknown>;
}

/**
 * contextBridge's rules: values are copied, functions and promises proxied, and calls are synchronous. Both worlds see
 * the same node `port`; an event's `detail` is cloned when the other world reads it. The node is in a shadow tree that
 * is in no document, so no script of the page comes across the node or its events. Self-contained: sent as source text.
 */
export function makePeer(port: EventTarget, mine: string, theirs: string): Peer {
  // Taken before any script of the page can replace them.
  const { apply } = Reflect;
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get;
  const { dispatchEvent } = EventTarget.prototype;
  const [NewEvent, NewPromise, clone, define] = [CustomEvent, Promise, structuredClone, Object.defineProperty];
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const numbers = new Map<unknown, number>();
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  const returned = new Map<number, Packet & { op: 'return' }>();
  const handlers: Peer['handlers'] = {};
  let last = 0;

  const post = (detail: Packet): void => void apply(dispatchEvent, port, [new NewEvent(theirs, { detail })]);
  const isFunction = (value: unknown): value is (...args: unknown[]) => unknown => typeof value === 'function';

  /** Whether a value is nothing but data, all of which the clone of an event's `detail` carries over by itself. */
  const isData = (value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null) return !isFunction(value) && typeof value !== 'symbol';
    if (depth > 1000) return false;
    if (Array.isArray(value)) return value.every((entry) => isData(entry, depth + 1));
    if (Object.getPrototypeOf(value) !== Object.prototype) return false;
    return Object.values(value).every((entry) => isData(entry, depth + 1));
  };

  const out = (value: unknown, depth = 0): Crossing => {
    if (isData(value, depth)) return { k: 'value', v: value };
    if (depth > 1000)
      throw new Error(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      );
    if (isFunction(value)) {
      const number = numbers.get(value) ?? functions.push(value) - 1;
      numbers.set(value, number);
      return { k: 'function', v: number };
    }
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof value !== 'object' || value === null) return { k: 'value', v: value };
    if (value instanceof NewPromise) return outPromise(value);
    if (value instanceof Error) return { k: 'error', name: value.name, message: value.message };
    if (Array.isArray(value)) return { k: 'array', v: Array.from(value, (entry) => out(entry, depth + 1)) };
    if (Object.prototype.toString.call(value) === '[object Object]')
      return { k: 'object', v: Object.entries(value).map(([key, entry]) => [key, out(entry, depth + 1)]) };
    try {
      clone(value);
    } catch {
      throw new Error('An object could not be cloned.');
    }
    return { k: 'value', v: value };
  };
  const outPromise = (value: Promise<unknown>): Crossing => {
    const promise = ++last;
    value.then(
      (v) => post({ op: 'settle', promise, ok: true, v: out(v) }),
      (v: unknown) => post({ op: 'settle', promise, ok: false, v: out(v) }),
    );
    return { k: 'promise', v: promise };
  };

  const into = (crossing: Crossing): unknown => {
    switch (crossing.k) {
      case 'function':
        return (...args: unknown[]) => send(crossing.v, args);
      case 'promise': {
        const promise = NewPromise.withResolvers<unknown>();
        promises.set(crossing.v, promise);
        return promise.promise;
      }
      case 'error': {
        const error = new Error(crossing.message);
        if (crossing.name !== 'Error') define(error, 'name', { value: crossing.name });
        return error;
      }
      case 'array':
        return crossing.v.map(into);
      case 'object': {
        const object = {};
        for (const [key, entry] of crossing.v)
          define(object, key, { value: into(entry), enumerable: true, writable: true, configurable: true });
        return object;
      }
      default:
        return crossing.v;
    }
  };
  const intoList = (crossing: Crossing): unknown[] => {
    const list = into(crossing);
    return Array.isArray(list) ? list : [];
  };

  const send = (target: number | string, args: unknown[]): unknown => {
    const call = ++last;
    post({ op: 'call', call, target, input: out(args) });
    const answer = returned.get(call);
    returned.delete(call);
    if (!answer) throw new Error('the bridge gave no answer');
    if (!answer.ok) throw into(answer.v);
    return into(answer.v);
  };

  const onCall = ({ call, target, input }: Packet & { op: 'call' }): void => {
    try {
      const called = typeof target === 'number' ? functions[target] : handlers[target];
      post({ op: 'return', call, ok: true, v: out(called?.(...intoList(input))) });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      post({ op: 'return', call, ok: false, v: out(error) });
    }
  };
  const onSettle = ({ promise, ok, v }: Packet & { op: 'settle' }): void => {
    const waiting = promises.get(promise);
    promises.delete(promise);
    if (ok) waiting?.resolve(into(v));
    else waiting?.reject(into(v));
  };

  port.addEventListener(mine, (event) => {
    const packet: Packet = detailOf && apply(detailOf, event, []);
    if (packet.op === 'return') returned.set(packet.call, packet);
    else if (packet.op === 'settle') onSettle(packet);
    else onCall(packet);
  });
  return { call: (name, ...args) => send(name, args), handlers };
}

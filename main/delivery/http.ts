import type { Fetch } from '../ports.ts';

/** The most that is read of an answer, in characters. */
const BODY_MAX = 64 * 1024;

/** What a server answered. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Its beginning, where it was cut off or is longer than anybody means it to be. */
  body: string;
}

/** What was heard of a request: an answer, or the error in its place. `asked` is false where it was never made. */
export type Heard = { answer: Answer } | { error: unknown; asked: boolean };

/** One request. */
export interface Request {
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** Gives up. */
  signal: AbortSignal;
}

/** Makes one request, once. A redirect is an error: what is signed for one server goes to no other. Does not reject. */
export async function ask(fetch: Fetch, address: string, request: Request): Promise<Heard> {
  if (request.signal.aborted) return { error: request.signal.reason, asked: false };
  try {
    const response = await fetch(address, { ...request, redirect: 'error' });
    return { answer: { status: response.status, headers: response.headers, body: await read(response) } };
  } catch (error) {
    return { error, asked: true };
  }
}

/** One request after the other for the client library of a provider, whose own errors say less than what was heard. */
export interface Line {
  /** Rejects where there was no answer, as the library expects. */
  ask(address: string, request: Omit<Request, 'signal'>): Promise<Answer>;
  /** What was heard last; null where the library asked for nothing. */
  heard(): Heard | null;
}

/** Opens a line for a provider's client; `signal` gives up what is asked on it. */
export function openLine(fetch: Fetch, signal: AbortSignal): Line {
  let last: Heard | null = null;
  return {
    async ask(address, request) {
      last = await ask(fetch, address, { ...request, signal });
      if ('error' in last) throw last.error;
      return last.answer;
    },
    heard: () => last,
  };
}

/** The body of an answer as JSON; null where it is none. */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

async function read({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const part of body ?? []) {
      text += decoder.decode(part, { stream: true });
      if (text.length > BODY_MAX) return text.slice(0, BODY_MAX);
    }
  } catch {
    // Cut off; the status came before it, and decides.
  }
  return text;
}

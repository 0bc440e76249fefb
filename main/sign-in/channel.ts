import type { CustomFetch } from 'openid-client';
import type { Clock, Fetch } from '../ports.ts';
import { timeLimit } from '../wait.ts';
import { readBytes } from './read-bytes.ts';

/** The longest answer of a provider, in bytes; discovery documents and keys take some 10 KB. */
const MAX_ANSWER = 1_000_000;

/** What requests to a provider go through. */
export interface Channel {
  readonly fetch: CustomFetch;
  /** True once a request got no whole answer, or one that says the provider is out of order. */
  readonly isBroken: boolean;
  /** Stops the clock. */
  end(): void;
}

/** Opens the way to a provider for one phase of a sign-in, until `limit` (ms) has passed or `signal` is aborted. */
export function openChannel(
  { fetch, clock }: { fetch: Fetch; clock: Clock },
  { limit, signal }: { limit: number; signal: AbortSignal },
): Channel {
  const time = timeLimit(clock, limit, signal);
  let isBroken = false;
  return {
    async fetch(address, { method, headers, body }) {
      try {
        const init = { method, headers, redirect: 'manual', signal: time.signal } as const;
        const response = await fetch(address, { ...init, body: body ?? null });
        // Read whole here, so that an answer cut short is known from one that makes no sense.
        const bytes = await readBytes(response, MAX_ANSWER);
        if (response.status >= 500) isBroken = true;
        return new Response(bytes.length === 0 ? null : bytes, { status: response.status, headers: response.headers });
      } catch (error) {
        isBroken = true;
        throw error;
      }
    },
    get isBroken() {
      return isBroken;
    },
    end: time.end,
  };
}

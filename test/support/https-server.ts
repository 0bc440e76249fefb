import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { Certificate } from './certificates.ts';

/** A request as the server saw it; `path` has the query with it, `headers` have lower-case names. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An answer; an object as body is sent as JSON. With `cutAfter` the connection ends after so many bytes of the body. */
export interface Answer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: string | object;
  cutAfter?: number;
}

/** What becomes of a request: an answer, a connection that is dropped, or nothing at all. */
export type Outcome = Answer | 'drop' | 'silence';

export interface HttpsRecorder {
  /** Where it is, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  /** Every request so far, oldest first. */
  readonly requests: readonly RecordedRequest[];
}

/** Starts an HTTPS server on 127.0.0.1 that answers as `handler` says and keeps what it was asked; closed with the test. */
export async function httpsRecorder(
  certificate: Certificate,
  handler: (request: RecordedRequest) => Outcome | Promise<Outcome>,
): Promise<HttpsRecorder> {
  const requests: RecordedRequest[] = [];
  const faults: unknown[] = [];
  const server = createServer({ ...certificate }, (incoming, response) => {
    const serve = async () => {
      const { method = '', url: path = '', headers } = incoming;
      const request = { method, path, headers, body: await text(incoming) };
      requests.push(request);
      send(response, await handler(request));
    };
    serve().catch((error: unknown) => {
      // Only a caller that hung up has cut its own request.
      if (!incoming.errored) faults.push(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    // An expectation inside the handler that did not hold fails the test.
    if (faults.length > 0) throw faults[0];
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port');
  return { origin: `https://127.0.0.1:${bound.port}`, port: bound.port, requests };
}

function send(response: ServerResponse, outcome: Outcome): void {
  if (outcome === 'silence') return;
  if (outcome === 'drop') return void response.destroy();
  const { status, headers = {}, body = '', cutAfter } = outcome;
  const isText = typeof body === 'string';
  const bytes = Buffer.from(isText ? body : JSON.stringify(body));
  const length = bytes.length === 0 ? {} : { 'content-length': bytes.length };
  response.writeHead(status, { ...(isText ? {} : { 'content-type': 'application/json' }), ...length, ...headers });
  if (cutAfter === undefined) return void response.end(bytes);
  response.write(bytes.subarray(0, cutAfter), () => response.destroy());
}

import { setTimeout as wait } from 'node:timers/promises';
import type { Routes, Visit } from './visit.ts';

const CHUNK = 65_536;
const pattern = Buffer.alloc(CHUNK, 'Switchboard ');

/** Answers `/download` on every host; `downloadPath` says how. */
export const downloadRoutes: Routes = { '/download': download };

/** What is asked of a download. */
export interface DownloadOptions {
  /** In bytes. */
  size: number;
  /** The file's name as the server gives it, also with path characters. */
  name?: string;
  /** True where the answer does not say how long it is. */
  unsized?: boolean;
  /** Milliseconds between one part of 64 KiB and the next. */
  slow?: number;
  /** Sends so many bytes, and the rest once the site is told to `release()`. */
  hold?: number;
  /** Sends so many bytes, and cuts the connection; a request for the rest is answered in full. */
  cut?: number;
}

/** The path and query at which a file comes like this. */
export function downloadPath(options: DownloadOptions): string {
  const params = Object.entries(options).map(([name, value]) => [name, String(value)]);
  return `/download?${new URLSearchParams(params).toString()}`;
}

async function download({ url, request, response, site }: Visit): Promise<void> {
  const number = (name: string) => Number(url.searchParams.get(name) ?? Number.NaN);
  const size = number('size');
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const unsized = url.searchParams.get('unsized') === 'true';
  response.writeHead(start > 0 ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': disposition(url.searchParams.get('name') ?? 'file.bin'),
    ...(unsized ? {} : { 'content-length': size - start, 'accept-ranges': 'bytes', etag: `"${size}"` }),
    ...(start > 0 && { 'content-range': `bytes ${start}-${size - 1}/${size}` }),
  });
  // Begun before the first byte, so that whoever has that can let it go on.
  const released = start === 0 && number('hold') > 0 ? held(site.held, response) : null;
  const stops = [start, ...(start > 0 ? [] : [number('hold'), number('cut')]), size];
  for (let at = start; at < size && !response.destroyed;) {
    const end = Math.min(at + CHUNK, ...stops.filter((stop) => stop > at));
    await written(response, pattern.subarray(0, end - at));
    at = end;
    if (start === 0 && at === number('cut')) return void response.destroy();
    if (start === 0 && at === number('hold')) await released;
    if (at < size && number('slow') > 0) await wait(number('slow'));
  }
  response.end();
}

/** Both forms of RFC 6266, so that no character of a name is lost on the way. */
function disposition(name: string): string {
  const plain = name.replace(/[^ -~]/g, '_').replace(/["\\]/g, String.raw`\$&`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** Writes, and waits until it is on its way or nobody wants it any more. */
function written(response: Visit['response'], bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve);
    response.write(bytes, () => {
      response.off('close', resolve);
      resolve();
    });
  });
}

/** Until the site lets its downloads go on, or nobody waits for this one any more. */
async function held(waiting: Set<() => void>, response: Visit['response']): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  waiting.add(resolve);
  response.once('close', resolve);
  await promise;
  waiting.delete(resolve);
}

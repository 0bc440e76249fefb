import type { Socket } from 'node:net';

/** A message is JSON after its length in bytes, 4 bytes with the highest first. */
const HEADER = 4;

/** Sends one message. */
export function sendFrame(socket: Socket, message: object): void {
  const body = Buffer.from(JSON.stringify(message));
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(body.length);
  socket.write(Buffer.concat([header, body]));
}

/**
 * Reads the one message that the other side sends; null where it sends something else, more than `limit` bytes, or
 * hangs up. What it holds is unchecked.
 */
export function readFrame(socket: Socket, limit: number): Promise<unknown> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (message: unknown) => {
      socket.off('data', onData);
      resolve(message);
    };
    const onData = (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size < HEADER) return;
      const held = chunks.length === 1 ? chunk : Buffer.concat(chunks);
      const wanted = HEADER + held.readUInt32BE();
      if (wanted - HEADER > limit || size > wanted) return end(null);
      if (size === wanted) return end(parse(held.subarray(HEADER)));
      chunks.splice(0, chunks.length, held);
    };
    socket.on('data', onData);
    socket.once('close', () => end(null));
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

import { connect } from 'node:net';
import { readAddress } from './address.ts';
import { readFrame, sendFrame } from './frames.ts';
import { Reply, type Request } from './messages.ts';

/** The most an answer may have, in bytes: a list of some ten thousand accounts. */
const REPLY_MAX = 16 * 1024 * 1024;
/** How long an answer may take, in ms: opening a browser may take a while. */
const REPLY_TIME = 30_000;

/** Asks the Switchboard that runs on `folder`; null where none answers. */
export async function ask(folder: string, request: Request): Promise<Reply | null> {
  const address = readAddress(folder);
  if (address === null) return null;
  const socket = connect(address.path);
  socket.on('error', () => {});
  socket.setTimeout(REPLY_TIME, () => socket.destroy());
  socket.on('connect', () => sendFrame(socket, { token: address.token, request }));
  const { data: reply } = Reply.safeParse(await readFrame(socket, REPLY_MAX));
  socket.destroy();
  return reply ?? null;
}

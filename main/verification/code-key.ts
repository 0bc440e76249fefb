import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Ports, Random } from '../ports.ts';

const KEY_BYTES = 32;
/** How long the system's key store may take, in ms: a waiting prompt never blocks a command for longer (security: K7). */
const PATIENCE = 5_000;

type KeyPorts = Pick<Ports, 'folder' | 'secrets' | 'random' | 'clock' | 'log'>;

/**
 * The key of the code hashes, kept outside the database (security: C8): reads the sealed one of this installation, or
 * makes one. Without a real key store, or with one that does not answer in time, it lives in memory only.
 */
export async function loadCodeKey(ports: KeyPorts): Promise<Buffer> {
  const kept = await inTime(ports.clock, keptKey(ports)).catch(() => null);
  if (kept !== null) return kept;
  ports.log.event('secrets-unprotected');
  return freshKey(ports.random);
}

async function keptKey({ folder, secrets, random }: KeyPorts): Promise<Buffer | null> {
  if (!(await secrets.isProtected())) return null;
  const file = join(folder, 'code-key');
  const sealed = await readFile(file).catch(whenMissing);
  if (sealed !== null) {
    const key = Buffer.from(await secrets.open(sealed), 'base64');
    return key.length === KEY_BYTES ? key : null;
  }
  const key = freshKey(random);
  await writeWhole(file, `${file}.${random.uuid()}`, await secrets.seal(key.toString('base64')));
  return key;
}

function freshKey(random: Random): Buffer {
  return random.bytes(KEY_BYTES);
}

/** A file that cannot be read is another matter than one that was never there: it must not be replaced. */
function whenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

async function writeWhole(file: string, draft: string, content: Buffer): Promise<void> {
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

/** The answer, or null where it takes too long. */
function inTime<T>(clock: Clock, answer: Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => {
    const callOff = clock.after(PATIENCE, () => resolve(null));
    void answer.then(callOff, callOff);
  });
  return Promise.race([answer, late]);
}

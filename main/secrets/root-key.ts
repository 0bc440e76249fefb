import { hkdfSync } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { SecretsState } from '../../shared/domain/secrets.ts';
import type { Clock, Ports, SecretBox } from '../ports.ts';
import { writeDurably } from '../store/files.ts';
import { KEY_BYTES } from './envelope.ts';

/** How long the system's key store may take, in ms: a waiting prompt never blocks a command for longer (security: K7). */
const PATIENCE = 5_000;

/** What lies in `root-key`: the key as the key store of that name sealed it (security: K3). */
const KeyFile = z.strictObject({
  keyStore: z.string(),
  sealed: z.base64(),
  /** As it was sealed before, until a start has opened the newer one (security: K5). */
  previous: z.base64().nullable(),
});
type KeyFile = z.infer<typeof KeyFile>;

/** What came of asking the key store: the root key, or the reason why there is none. */
export interface RootKeyAnswer extends Pick<SecretsState, 'keyStore' | 'problem' | 'sealedBy'> {
  key: Buffer | null;
}

/** The one key that the system's key store seals. Neither promise rejects. */
export interface RootKey {
  /** Settles within 5 s, as `no-answer` where the key store takes longer. */
  inTime: Promise<RootKeyAnswer>;
  /** Settles once the key store answers, perhaps never. */
  answered: Promise<RootKeyAnswer>;
}

type KeyPorts = Pick<Ports, 'folder' | 'secrets' | 'random' | 'clock'>;

/** The state before the key store has answered. */
export const NO_ANSWER: RootKeyAnswer = { keyStore: 'unknown', key: null, problem: 'no-answer', sealedBy: null };

/** Asks for the root key of this installation, made where there is none yet; in memory it stays for this run only. */
export function askRootKey(ports: KeyPorts): RootKey {
  const answered = ask(ports).catch((): RootKeyAnswer => ({ ...NO_ANSWER, problem: 'unreadable' }));
  return { answered, inTime: inTime(ports.clock, answered) };
}

/** A key of 32 bytes for one purpose (HKDF, RFC 5869); purposes cannot be told from each other's keys. */
export function subkey(rootKey: Buffer, purpose: 'codes' | 'secrets'): Buffer {
  return Buffer.from(hkdfSync('sha256', rootKey, '', purpose, KEY_BYTES));
}

async function ask(ports: KeyPorts): Promise<RootKeyAnswer> {
  const path = join(ports.folder, 'root-key');
  const { name: keyStore, isProtected } = await ports.secrets.keyStore();
  const without = (problem: RootKeyAnswer['problem'], sealedBy: string | null = null): RootKeyAnswer => ({
    keyStore,
    key: null,
    problem,
    sealedBy,
  });
  try {
    const file = readKeyFile(path);
    if (file === null && !isProtected) return without('none');
    if (file !== null && file.keyStore !== keyStore) return without('changed', file.keyStore);
    const key = file === null ? await makeKey(ports, path, keyStore) : await keptKey(ports.secrets, path, file);
    return { keyStore, key, problem: null, sealedBy: null };
  } catch {
    // What cannot be opened now stays as it is: another start may open it (security: K3, K4).
    return without('unreadable');
  }
}

/** Null where there is none; throws where there is one that cannot be read, which must not be replaced. */
function readKeyFile(path: string): KeyFile | null {
  if (!fs.existsSync(path)) return null;
  return KeyFile.parse(JSON.parse(fs.readFileSync(path, 'utf8')));
}

function writeKeyFile(path: string, file: KeyFile): void {
  writeDurably(path, `${JSON.stringify(file)}\n`);
}

async function makeKey({ secrets, random }: KeyPorts, path: string, keyStore: string): Promise<Buffer> {
  const key = random.bytes(KEY_BYTES);
  writeKeyFile(path, { keyStore, sealed: await sealed(secrets, key), previous: null });
  return key;
}

async function keptKey(secrets: SecretBox, path: string, file: KeyFile): Promise<Buffer> {
  const newest = await opened(secrets, file.sealed).catch(() => null);
  if (newest === null) {
    if (file.previous === null) throw new Error('The root key cannot be opened');
    return (await opened(secrets, file.previous)).key;
  }
  const { key, shouldReseal } = newest;
  try {
    if (shouldReseal) writeKeyFile(path, { ...file, sealed: await sealed(secrets, key), previous: file.sealed });
    else if (file.previous !== null) writeKeyFile(path, { ...file, previous: null });
  } catch {
    // The one on disk opens; the next start tries again.
  }
  return key;
}

/** The key as sealed now, opened once to be sure of it (security: K5). */
async function sealed(secrets: SecretBox, key: Buffer): Promise<string> {
  const box = (await secrets.seal(key.toString('base64'))).toString('base64');
  if (!(await opened(secrets, box)).key.equals(key)) throw new Error('The key store does not give back what it sealed');
  return box;
}

async function opened(secrets: SecretBox, box: string): Promise<{ key: Buffer; shouldReseal: boolean }> {
  const { secret, shouldReseal } = await secrets.open(Buffer.from(box, 'base64'));
  const key = Buffer.from(secret, 'base64');
  if (key.length !== KEY_BYTES) throw new Error('The key store gave something else than the root key');
  return { key, shouldReseal };
}

function inTime(clock: Clock, answered: Promise<RootKeyAnswer>): Promise<RootKeyAnswer> {
  const tooLate = new Promise<RootKeyAnswer>((resolve) => {
    const callOff = clock.after(PATIENCE, () => resolve(NO_ANSWER));
    void answered.then(callOff);
  });
  return Promise.race([answered, tooLate]);
}

import type { Random } from '../ports.ts';
import { KEY_BYTES } from '../secrets/envelope.ts';
import { subkey, type RootKey } from '../secrets/root-key.ts';

/**
 * The key of the code hashes, kept outside the database (security: C8). Without a root key in time it lives in memory
 * only, for this whole run: codes are checked under the key they were made under.
 */
export async function loadCodeKey({ inTime }: RootKey, random: Random): Promise<Buffer> {
  const { key } = await inTime;
  return key === null ? random.bytes(KEY_BYTES) : subkey(key, 'codes');
}

import * as z from 'zod';

/** The shortest passphrase, in characters (NIST SP 800-63B, section 3.1.1.2: at least 8, better 15). */
export const PASSPHRASE_MIN = 12;

/** How secrets (passwords, keys, tokens) are kept. */
export const SecretsState = z.strictObject({
  /** `key-store`: sealed by the system. `passphrase`: under the person's own. `memory`: until Switchboard quits. */
  protection: z.enum(['key-store', 'passphrase', 'memory']),
  /** Under a passphrase that was not given since the start. */
  locked: z.boolean(),
  /** The system's key store, as it calls itself: `keychain`, `dpapi`, `gnome_libsecret`, `basic_text` ... */
  keyStore: z.string(),
  /** Why the key store cannot be used; null where it can. `changed`: what is kept was sealed by `sealedBy`. */
  problem: z.enum(['none', 'no-answer', 'changed', 'unreadable']).nullable(),
  /** The key store that sealed what is kept, where it is another one. */
  sealedBy: z.string().nullable(),
});
export type SecretsState = z.infer<typeof SecretsState>;

import * as z from 'zod';
import { SecretsState } from '../domain/secrets.ts';
import { command, event } from './define.ts';

const nothing = z.strictObject({});
const passphrase = z.string().max(1000);

/** How passwords, keys and tokens are kept. */
export const secrets = {
  read: command({ input: nothing, output: SecretsState, errors: [] }),
  /** Opens what is kept under a passphrase. */
  unlock: command({ input: z.strictObject({ passphrase }), output: nothing, errors: ['passphrase-wrong'] }),
  /** Keeps secrets under a passphrase from now on, or another one; where the system has no key store. */
  setPassphrase: command({
    input: z.strictObject({ passphrase }),
    output: nothing,
    errors: ['passphrase-too-short', 'secrets-locked'],
  }),
  /** Gives the passphrase up, and forgets what was kept under it; from now on secrets are in memory only. */
  forgetPassphrase: command({ input: nothing, output: nothing, errors: [] }),
  changed: event(SecretsState),
};

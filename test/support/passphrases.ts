import type { Argon2Cost } from '../../main/secrets/passphrase.ts';
import type { SecretName } from '../../main/store/secrets.ts';

/** The least that Argon2id takes, for tests that try many passphrases. */
export const CHEAP: Argon2Cost = { m: 64, t: 1, p: 1 };

export const PASSWORD: SecretName = { owner: 'smtp', purpose: 'password' };
export const TOKEN: SecretName = { owner: '3f0c8a86-5e7b-4d9e-9c0b-1f2a3b4c5d6e', purpose: 'graph-mail' };

/** The n-th of many passphrases. */
export const numbered = (n: number) => `a passphrase, number ${n}`;

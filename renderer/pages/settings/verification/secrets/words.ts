import type { PASSPHRASE_MIN, SecretsState } from '../../../../../shared/domain/secrets.ts';

const min = 12 satisfies typeof PASSPHRASE_MIN;

/** The key stores as people know them; electron/safeStorage names them (`getSelectedStorageBackend`). */
const keyStores: Readonly<Record<string, string>> = {
  keychain: 'the macOS keychain',
  dpapi: 'Windows data protection',
  gnome_libsecret: 'the GNOME keyring',
  kwallet: 'KWallet',
  kwallet5: 'KWallet 5',
  kwallet6: 'KWallet 6',
  basic_text: 'a password that everybody knows (basic_text)',
  unknown: 'none that could be recognised',
};

/** A key store in words; one that is not known is called as it calls itself. */
function keyStoreName(keyStore: string): string {
  return keyStores[keyStore] ?? keyStore;
}

/** How passwords and keys are kept, and why so. `attention`: there is something to do. */
export function keptWords(state: SecretsState): { title: string; text: string; attention: boolean } {
  if (state.protection === 'key-store')
    return {
      title: 'Kept by this computer',
      text: `Sealed by ${keyStoreName(state.keyStore)}: only you, signed in to this computer, can open them.`,
      attention: false,
    };
  const why = reason(state);
  if (state.protection === 'memory') return { title: 'Kept until Switchboard quits', text: why, attention: true };
  if (state.locked) return { title: 'Locked', text: LOCKED, attention: true };
  const lost = state.problem === 'changed' || state.problem === 'unreadable';
  const text = lost ? `${UNLOCKED} ${why}` : UNLOCKED;
  return { title: 'Kept under your passphrase', text, attention: lost };
}

const LOCKED = 'They are kept under your passphrase. Enter it once after each start.';
const UNLOCKED = 'Unlocked until Switchboard quits.';

/** Why the key store does not keep them, and what helps (security: K2 to K4). */
function reason({ problem, keyStore, sealedBy }: SecretsState): string {
  const now = keyStoreName(keyStore);
  const called = keyStore === 'unknown' ? 'The key store of this computer' : `The key store of this computer, ${now},`;
  switch (problem) {
    case 'changed':
      return `What you saved before was sealed by ${keyStoreName(sealedBy ?? 'unknown')}, and this computer now offers ${now}. Nothing was deleted: start Switchboard with the first one again, or enter the passwords and keys again.`;
    case 'no-answer':
      return `${called} did not answer. Unlock it and start Switchboard again; until then nothing is written to the disk.`;
    case 'unreadable':
      return `${called} could not open what was kept before. Enter the passwords and keys again; your accounts stay as they are.`;
    default:
      return `This computer has no key store that protects them; what it offers is ${now}. So they stay in memory, and you enter them again after the next start, unless you keep them under a passphrase.`;
  }
}

export const words = {
  title: 'Passwords and keys',
  set: 'Keep them under a passphrase',
  setTitle: 'Keep passwords and keys under a passphrase',
  change: 'Change passphrase',
  giveUp: 'Give the passphrase up',
  unlock: 'Unlock',
  unlockTitle: 'Unlock passwords and keys',
  passphrase: 'Passphrase',
  passphraseNew: 'New passphrase',
  passphraseAgain: 'The same passphrase again',
  hint: `At least ${min} characters. Some words in a row are easy to remember.`,
  different: 'The two are not the same. Type the passphrase again.',
  noWayBack:
    'Nobody can tell you a forgotten passphrase. You would have to enter the passwords and keys again; your accounts stay as they are.',
  save: 'Save',
  cancel: 'Cancel',
  working: 'Working, about a second...',
  isSet: 'Passwords and keys are now kept under your passphrase.',
  unlocked: 'Passwords and keys are unlocked.',
  givenUp: 'The passphrase is given up.',
  giveUpTitle: 'Give the passphrase up?',
  giveUpLead:
    'What was kept under it is forgotten: you enter the passwords and keys again, and from then on they stay in memory until Switchboard quits. Your accounts stay as they are.',
} as const;

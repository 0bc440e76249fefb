import type { StoredAccount } from '../store/accounts.ts';

type Named = Pick<StoredAccount, 'name' | 'identifier' | 'identifierKind' | 'address'>;

/** One or two letters for an account's picture: of its name, else of its email; of a number the last two digits. */
export function initialsOf({ name, identifier, identifierKind, address }: Named): string {
  if (name === '' && identifierKind === 'phone') return identifier.slice(-2);
  const source = name === '' ? address.slice(0, address.lastIndexOf('@')) : name;
  const words = source.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => firstLetter(word ?? ''));
  return letters.join('').toUpperCase() || '?';
}

function firstLetter(word: string): string {
  return Array.from(word)[0] ?? '';
}

import type { Account } from '../../shared/domain/account.ts';

/** The accounts in columns: a mark for the active one, identifier, name, kind. */
export function accountLines(accounts: readonly Account[]): string {
  const rows = accounts.map((account) => [
    account.isActive ? '*' : ' ',
    account.identifier.display,
    visible(account.name || account.profileName),
    account.kind,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => width(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The accounts as JSON, for scripts. Keys are added, and never renamed or taken away. */
export function accountsJson(accounts: readonly Account[]): string {
  const shown = accounts.map(({ identifier, name, profileName, kind, isActive, isPrimary }) => ({
    identifier: identifier.value,
    display: identifier.display,
    name: name || profileName,
    kind,
    active: isActive,
    primary: isPrimary,
  }));
  return JSON.stringify(shown, null, 2);
}

/** Without what a terminal would obey: a name may come from whoever the person signed in with. */
function visible(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
}

function width(text: string): number {
  return Array.from(text).length;
}

function padded(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)));
}

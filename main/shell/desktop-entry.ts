/** Quotes an argument for `Exec=` as the Desktop Entry specification says: first for the command, then for the file. */
function quote(argument: string): string {
  const command = argument.replaceAll(/(["`$\\])/g, '\\$1').replaceAll('%', '%%');
  return `"${command.replaceAll('\\', '\\\\')}"`;
}

/** The autostart file of a Linux desktop that runs `command` at login. */
export function autoStartEntry(command: readonly string[]): string {
  if (command.some((argument) => /[\n\r\0]/.test(argument))) {
    throw new TypeError('A desktop entry cannot hold a line break.');
  }
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Switchboard',
    'Comment=All your Microsoft accounts in one window, each signed in',
    `Exec=${command.map(quote).join(' ')}`,
    'Icon=app.switchboard.Switchboard',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

import { spawnSync } from 'node:child_process';

const shell = ['unshare', ...(process.getuid?.() === 0 ? ['-m'] : ['-rm']), 'sh', '-c'] as const;

const MOUNTS = {
  /** An empty disk of 2 MB. */
  'small disk': 'mount -t tmpfs -o size=2m,mode=700 tmpfs "$0"',
  /** The same with nothing left on it: a file `filler` has it all. */
  'full disk':
    'mount -t tmpfs -o size=2m,mode=700 tmpfs "$0" && { dd if=/dev/zero of="$0/filler" bs=4k 2>/dev/null || true; }',
  /** The folder as it is, and nobody may write to it, not even root. */
  'read-only disk': 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"',
} as const;

/** Whether this machine lets a test have a disk of its own. Containers often do not; tests then say what they leave out. */
export function canMount(): boolean {
  if (process.platform !== 'linux') return false;
  const [command, ...rest] = shell;
  return spawnSync(command, [...rest, MOUNTS['small disk'], '/mnt']).status === 0;
}

/** The command that runs what follows it with a disk of its own in the place of `folder`; nobody else sees that disk. */
export function underMount(kind: keyof typeof MOUNTS, folder: string): string[] {
  return [...shell, `${MOUNTS[kind]} && exec "$@"`, folder];
}

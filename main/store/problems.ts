/** What can be wrong with the store at start. Each is told in a window; none is answered by deleting. */
export type ProblemKind =
  | 'not-a-database'
  | 'damaged'
  | 'emptied'
  | 'newer'
  | 'read-only'
  | 'full'
  | 'in-use'
  | 'unreadable'
  | 'old-runtime';

/** Why the store cannot be opened. */
export interface StoreProblem {
  kind: ProblemKind;
  /** The file or folder it is about, for the person to find. */
  path: string;
  /** For `newer`: the schema of the file, and the newest this version knows. For `old-runtime`: the same of Node-API. */
  found?: number;
  known?: number;
}

/** Ends an opening; `openStore` answers with its problem. */
export class OpenRefused extends Error {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, cause?: unknown) {
    super(`The store cannot be opened: ${problem.kind}`, { cause });
    this.problem = problem;
  }
}

/** What can go wrong with an open store. Nothing of the failed write was kept. */
export type FaultKind = 'full' | 'read-only' | 'failed';

/** Thrown by the open store when the disk or the file fails it. */
export class StoreFault extends Error {
  readonly kind: FaultKind;

  constructor(kind: FaultKind, cause?: unknown) {
    super(`The store failed: ${kind}`, { cause });
    this.kind = kind;
  }
}

/** SQLite's and the system's error codes, by how they begin. */
const KINDS: readonly (readonly [prefix: string, kind: ProblemKind])[] = [
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['EROFS', 'read-only'],
  // What cannot be read is found before anything is written, so these come from writing.
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['SQLITE_NOTADB', 'not-a-database'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_BUSY', 'in-use'],
  ['SQLITE_LOCKED', 'in-use'],
  ['SQLITE_PROTOCOL', 'in-use'],
  ['SQLITE_IOERR', 'unreadable'],
  ['SQLITE_CANTOPEN', 'unreadable'],
  ['SQLITE_PERM', 'unreadable'],
  ['SQLITE_NOMEM', 'unreadable'],
];

/** The code of an error by SQLite or the system, or null where a bug threw it. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code.startsWith('SQLITE_') || 'syscall' in error ? error.code : null;
}

function kindOf(error: unknown): ProblemKind | null {
  const code = codeOf(error);
  return KINDS.find(([prefix]) => code?.startsWith(prefix))?.[1] ?? null;
}

/** What an error while opening says about the store in `database`, or null where a bug threw it. */
export function problemOf(error: unknown, database: string): StoreProblem | null {
  if (error instanceof OpenRefused) return error.problem;
  const code = codeOf(error);
  if (code === null) return null;
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : database;
  // A statement of ours that SQLite does not take means that the schema in the file is not the one we wrote.
  return { kind: kindOf(error) ?? (code.startsWith('SQLITE_') ? 'damaged' : 'unreadable'), path };
}

/** What an error of the open store is to its callers, or null where a bug threw it: a broken constraint, wrong SQL. */
export function faultOf(error: unknown): StoreFault | null {
  if (error instanceof StoreFault) return error;
  const kind = kindOf(error);
  if (kind === null) return null;
  return new StoreFault(kind === 'full' || kind === 'read-only' ? kind : 'failed', error);
}

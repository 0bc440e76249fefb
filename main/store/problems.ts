/** What can be wrong with the store at start. Each is told in a window; none is answered by deleting. */
export type ProblemKind =
  | 'not-a-database'
  | 'damaged'
  | 'emptied'
  | 'newer'
  | 'read-only'
  | 'full'
  | 'in-use'
  | 'unreadable';

export interface StoreProblem {
  kind: ProblemKind;
  /** The file or folder it is about, for the person to find. */
  path: string;
  /** For `newer`: the schema of the file, and the newest this version knows. */
  found?: number;
  known?: number;
}

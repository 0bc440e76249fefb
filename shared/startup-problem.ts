/** What the window says that opens where Switchboard cannot start. */
export interface StartupProblemWords {
  title: string;
  /** What is wrong. */
  text: string;
  /** The file or folder it is about. */
  path: string;
  /** What the person can do. */
  advice: string;
}

/** What its buttons ask for. */
export type StartupAction = 'show-file' | 'try-again' | 'quit';

/** The two commands of that window, over the same bridge; it has no others. */
export type StartupCommand = 'problem.read' | 'problem.act';

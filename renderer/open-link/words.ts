export const words = {
  title: 'Open link',
  which: 'Which account opens it?',
  always: (host: string) => `Always open ${host} in this account`,
  open: 'Open',
  byRule: (pattern: string) => `Chosen by the rule ${pattern}.`,
  nobody: 'Sign in first: there is no account that could open it.',
} as const;

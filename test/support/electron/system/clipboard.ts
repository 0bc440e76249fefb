let text = '';

/** `clipboard`: text, within the app. */
export const clipboard = {
  readText: async () => text,
  writeText: async (newText: string) => {
    text = newText;
  },
  clear: () => {
    text = '';
  },
};

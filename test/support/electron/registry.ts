/** What menu roles do to a window. */
export interface RoleTarget {
  close(): void;
  minimize(): void;
  hide(): void;
  reload(): void;
  edit(command: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'delete'): void;
}

/** What the application menu and the theme reach in each page. */
export interface LivePage {
  applyTheme(): void;
  applyAccelerators(): void;
  focus(): void;
}

/** What is open now; kept apart so that menus and theme need not know windows, nor windows know them twice. */
export const registry: {
  pages: Set<LivePage>;
  focusedWindow: RoleTarget | null;
  focusedPage: LivePage | null;
  /** How many pages of views Chromium is opening now, each in a window that takes the focus. */
  opening: number;
} = {
  pages: new Set(),
  focusedWindow: null,
  focusedPage: null,
  opening: 0,
};

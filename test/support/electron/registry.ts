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
}

/** What is open now; kept apart so that menus and theme need not know windows, nor windows know them twice. */
export const registry: { pages: Set<LivePage>; focusedWindow: RoleTarget | null } = {
  pages: new Set(),
  focusedWindow: null,
};

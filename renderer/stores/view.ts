import { create } from 'zustand';
import type { ChallengeId } from '../../shared/domain/challenge.ts';
import type { Identifier } from '../../shared/domain/account.ts';

export type PageName = 'dashboard' | 'your-info' | 'local-mailbox' | 'preferences';

/** Dialogs that belong to no page. */
export type OpenDialog = { kind: 'add' } | { kind: 'switcher' };

/** Where the link dialog stands. `identifier` is what was linked. */
export type WizardStep =
  | { step: 'enter' }
  | { step: 'verify'; challengeId: ChallengeId }
  | { step: 'linked'; identifier: Identifier };

interface ViewState {
  page: PageName;
  dialog: OpenDialog | null;
  /** Null: not begun; the dialog then picks up the newest open challenge. */
  wizard: WizardStep | null;
  /** Text that was typed and not yet sent, by field, so that closing a dialog loses nothing. */
  typed: Readonly<Record<string, string>>;
  /** What `resumeDialog` goes back to: where a code was awaited when the Local mailbox was opened. */
  suspended: { page: PageName; dialog: OpenDialog | null } | null;
  /** Counts calls of `go`, so that only a navigation moves the focus. */
  navigations: number;
  go(page: PageName): void;
  openDialog(dialog: OpenDialog): void;
  closeDialog(): void;
  setWizard(wizard: WizardStep | null): void;
  setTyped(field: string, text: string): void;
  /** Opens the Local mailbox in the middle of a challenge. */
  openMailboxForCode(): void;
  /** Goes back from the Local mailbox to where the code is awaited, everything as it was. */
  resumeDialog(): void;
}

/** What is on screen and what was typed: the renderer's own state. */
export const useView = create<ViewState>((set) => ({
  page: 'dashboard',
  dialog: null,
  wizard: null,
  typed: {},
  suspended: null,
  navigations: 0,
  go: (page) => set((now) => ({ page, dialog: null, navigations: now.navigations + 1 })),
  openDialog: (dialog) => set({ dialog, suspended: null }),
  closeDialog: () => set({ dialog: null }),
  setWizard: (wizard) => set({ wizard }),
  setTyped: (field, text) => set((now) => ({ typed: { ...now.typed, [field]: text } })),
  openMailboxForCode: () =>
    set((now) => ({
      page: 'local-mailbox',
      dialog: null,
      suspended: { page: now.page, dialog: now.dialog },
      navigations: now.navigations + 1,
    })),
  resumeDialog: () => set((now) => ({ ...now.suspended, suspended: null, navigations: now.navigations + 1 })),
}));
